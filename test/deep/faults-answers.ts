import { quotesOf } from './faults-key.js';
import type { Random } from './faults-random.js';

/** An answer before it is sent, and what it means. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;

	/** Whether the body is JSON. */
	readonly isJson: boolean;

	/** The id of a task in the body, and the number of bytes after which it is whole. */
	readonly task?: { readonly id: string; readonly end: number };

	/** The error code in the body. */
	readonly code?: string | undefined;

	/** What a read says about the task that was asked for. */
	readonly says?: 'running' | 'succeeded' | 'failed';
	readonly videoUrl?: string;
}

/** What an answer is made from. */
export interface Subject {
	readonly random: Random;
	readonly apiKey: string;

	/** The id of the task. */
	readonly id: string;

	/** Whether a long `Retry-After` may be sent, because the run is aborted. */
	readonly isAborted: boolean;
}

/** A random answer to a create. */
export function createAnswer(subject: Subject): Answer {
	const { random } = subject;
	return random.weighted([
		[25, () => accepted(subject)],
		[16, () => refused(subject, 429)],
		[12, () => refused(subject, 503, random.pick(['asset_copy_not_ready', 'model_not_found']))],
		[24, () => refused(subject, random.pick([500, 500, 502, 503, 504, 408, 409, 499]))],
		[8, () => refused(subject, random.pick(errorStatuses))],
		[8, () => refused(subject, 200)],
		[16, () => acceptedBesideError(subject)],
		[12, () => noise(subject)],
	])();
}

/** Bodies with a task's id. `$ID$` stands for its spelling. */
const accepts = [
	'{"task_id":$ID$}',
	'{"id":$ID$,"task_id":$ID$,"status":"queued","progress":0}',
	'{"id":$ID$}',
	'{"id":$ID$,"object":"video","created_at":1700000000}',
	'{"code":"success","message":"","data":{"task_id":$ID$}}',
	'{"code":0,"data":{"id":$ID$}}',
	'{"data":{"data":{"task_id":$ID$}}}',
	' \n{ "request_id": "req_1", "data": { "id": 17, "task_id": $ID$ } }\n',
	'{"message":"$KEY$","task_id":$ID$}',
	'{"task_id":$ID$,"pad":"$PAD$"}',
];

/** An answer to a create that names a task. */
export function accepted(subject: Subject): Answer {
	return withId(subject, subject.random.pick([200, 200, 200, 201, 202, 206]), subject.random.pick(accepts));
}

/** An id in an answer that doesn't say whether the task exists: by its status, or by the error beside it. */
function acceptedBesideError(subject: Subject): Answer {
	const { random } = subject;
	const bodies = [
		...accepts,
		'{"error":{"code":"$CODE$","message":"$TEXT$"},"task_id":$ID$}',
		'{"code":"$CODE$","message":"$TEXT$","data":{"task_id":$ID$}}',
		'{"error":"$TEXT$","data":{"data":{"task_id":$ID$}}}',
	];
	return withId(subject, random.pick([...errorStatuses, 429, 503, 500, 302, 301]), random.pick(bodies));
}

function withId(subject: Subject, status: number, body: string): Answer {
	const { random, id } = subject;
	const isNumber = /^\d+$/.test(id);
	const spelling = isNumber ? id : random.pick([JSON.stringify(id), `"  ${id} "`, `"${id.replace('-', '\\u002d')}"`]);
	const filled = fill(body, subject);
	// The end of a number is known by the character that follows it.
	const end = Buffer.byteLength(filled.split('$ID$')[0]!) + spelling.length + (isNumber ? 1 : 0);
	return answerOf(
		subject,
		status,
		filled.replaceAll('$ID$', () => spelling),
		{ task: { id, end } },
	);
}

function refused(subject: Subject, status: number, code = subject.random.pick(codes)): Answer {
	const { random } = subject;
	const body = random.pick([
		'{"error":{"message":"$TEXT$","code":"$CODE$"}}',
		'{"error":{"code":"$CODE$","message":"$TEXT$"},"id":"req_1"}',
		'{"id":"req_1","error":{"code":"$CODE$","message":"$TEXT$"}}',
		'{"code":"$CODE$","message":"$TEXT$","data":null}',
		'{"code":"$CODE$","message":"$TEXT$","request_id":"$KEY$"}',
		'{"error":{"type":"$CODE$","message":"{\\"error\\":{\\"code\\":\\"asset_copy_not_ready\\",\\"message\\":\\"$KEY$\\"}}"}}',
	]);
	return answerOf(subject, status, fill(body, subject, code), { code });
}

/** An answer that holds nothing of use. */
export function noise(subject: Subject): Answer {
	const { random } = subject;
	const status = random.pick([200, 200, 429, 503, 404, 418, 502, 301, ...errorStatuses]);
	const body = random.pick([
		'',
		'   ',
		'null',
		'[]',
		'"task_id"',
		'{}',
		'{"data":[]}',
		'<!doctype html><title>Static asset service not ready</title><p>$KEY$</p>',
		'rate limit exceeded, no available channel, $KEY$',
		`{"data":{"x":"$PAD$"}}`,
		'{"error":"'.repeat(200),
		`{"__proto__":{"id":"fake"},"constructor":{"id":"fake"}}`,
		'\ufeff{"status":"queued"}',
	]);
	return answerOf(subject, status, random.chance(0.05) ? ' '.repeat(5 * 1024 * 1024) : fill(body, subject));
}

/** Makes an answer, with the headers that gateways add. */
export function answerOf(
	{ random, apiKey, isAborted }: Subject,
	status: number,
	body: string,
	facts: Omit<Answer, 'status' | 'headers' | 'body' | 'isJson'> = {},
): Answer {
	const isJson = parses(body);
	const headers: Record<string, string> = { 'content-type': isJson ? 'application/json' : 'text/html' };
	if (random.chance(0.3)) headers['x-request-id'] = random.chance(0.3) ? apiKey : 'req-7';
	if (status >= 400 && random.chance(0.4)) {
		const soon = ['0', '0.01', '-1', 'soon', new Date(0).toUTCString()];
		headers['retry-after'] = random.pick(isAborted ? [...soon, '2', '3600'] : soon);
	}
	if (status >= 300 && status < 400) {
		headers['location'] = random.pick([
			`https://${apiKey.slice(0, 12)}.invalid/`,
			'/elsewhere',
			`/?key=${encodeURIComponent(apiKey)}`,
		]);
	}
	return { status, headers, body: Buffer.from(body), isJson, ...facts };
}

function parses(body: string): boolean {
	try {
		JSON.parse(body.replace(/^\ufeff/, ''));
		return true;
	} catch {
		return false;
	}
}

/** Replaces `$WORD$`. */
export function fill(body: string, { random, apiKey }: Subject, code = random.pick(codes)): string {
	const fillings: Readonly<Record<string, () => string>> = {
		PAD: () => 'x'.repeat(random.pick([10, 5_000, 100_000])),
		CODE: () => code,
		TEXT: () => (random.chance(0.3) ? random.pick(quotesOf(apiKey)) : random.pick(texts)),
		KEY: () => random.pick(quotesOf(apiKey)),
	};
	return body.replace(/\$(PAD|CODE|TEXT|KEY)\$/g, (_, word: string) => fillings[word]!());
}

const errorStatuses = [
	300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422, 425, 429, 451, 460, 499, 500,
	501, 502, 503, 504, 520, 524, 599,
];

const codes = [
	'InvalidParameter',
	'RateLimitExceeded',
	'rate_limit',
	'AuthenticationError',
	'insufficient_quota',
	'asset_copy_not_ready',
	'model_not_found',
	'InternalServiceError',
	'do_request_failed',
	'500',
];

const texts = [
	'asset cache not ready, your request was queued',
	'asset_copy_not_ready',
	'No available channel for model',
	'too many requests, please try again',
	'connect ECONNREFUSED 127.0.0.1:1',
	'content[0].text may contain real person',
	'(request id: 20260101)',
	'\\u0000\\ud83d',
];
