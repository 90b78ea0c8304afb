import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as errors from '../../src/errors/index.js';

const request = { model: 'seedance-2.0-ultra', content: [{ type: 'text', text: 'the prompt' }] };
const submit = { request, sentAt: '2026-11-23T18:00:00.000Z', fingerprint: 'ab12' };
const enoent = Object.assign(new Error("ENOENT: no such file or directory, open '/x/y'"), { code: 'ENOENT' });

const cases: readonly {
	readonly error: errors.SeedanceError;
	readonly guard: (error: unknown) => boolean;
	readonly name: string;
	readonly message: string;
}[] = [
	{
		error: new errors.ApiError({
			status: 401,
			kind: 'auth',
			code: 'invalid_api_key',
			reason: 'Invalid key',
			requestId: 'r-1',
		}),
		guard: errors.isApiError,
		name: 'ApiError',
		message:
			'the API answered the request with HTTP 401 invalid_api_key: Invalid key (request id: r-1); ' +
			'check the API key and the permissions of its account',
	},
	{
		error: new errors.CallbackError('onProgress', 'task-1', new Error('a bug')),
		guard: errors.isCallbackError,
		name: 'CallbackError',
		message: 'onProgress threw "a bug"; task "task-1" isn\'t affected: resume with client.task("task-1").wait()',
	},
	{
		error: new errors.ConfigurationError('apiKey', 'is missing'),
		guard: errors.isConfigurationError,
		name: 'ConfigurationError',
		message: 'apiKey is missing',
	},
	{
		error: new errors.DownloadError({ taskId: 'task-1', reason: 'it ended after 3 of 5 bytes' }),
		guard: errors.isDownloadError,
		name: 'DownloadError',
		message:
			'the video of task "task-1" couldn\'t be downloaded: it ended after 3 of 5 bytes; ' +
			'resume with client.task("task-1").wait()',
	},
	{
		error: new errors.InvalidRequestError([{ rule: 'one-text', path: ['content', 1], message: 'a second text' }]),
		guard: errors.isInvalidRequestError,
		name: 'InvalidRequestError',
		message: 'the request breaks a rule:\n- content[1]: a second text',
	},
	{
		error: new errors.MediaFileError('clip.wav', [
			{ reason: 'limit', source: 'upstream', message: 'clip.wav lasts 17.2 s: cut it' },
			{ reason: 'limit', source: 'API page', message: 'clip.wav has 16 MB: compress it' },
		]),
		guard: errors.isMediaFileError,
		name: 'MediaFileError',
		message: 'clip.wav lasts 17.2 s: cut it\nclip.wav has 16 MB: compress it',
	},
	{
		error: new errors.NetworkError({ reason: 'connect ECONNREFUSED 127.0.0.1:1', code: 'ECONNREFUSED', sent: false }),
		guard: errors.isNetworkError,
		name: 'NetworkError',
		message: 'no response from the API: connect ECONNREFUSED 127.0.0.1:1; nothing was sent: submit it again',
	},
	{
		error: new errors.SaveError('/x/y', 'task-1', 'ENOENT', enoent),
		guard: errors.isSaveError,
		name: 'SaveError',
		message: 'the video of task "task-1" can\'t be saved as "/x/y": its directory doesn\'t exist; create it first',
	},
	{
		error: new errors.SubmitUncertainError({ ...submit, cause: new Error('the line dropped') }),
		guard: errors.isSubmitUncertainError,
		name: 'SubmitUncertainError',
		message:
			'the request was sent at 2026-11-23T18:00:00.000Z, but it is unknown whether the API accepted it (the line dropped): ' +
			"a task may exist and be billed; check the account's usage log before you submit again",
	},
	{
		error: new errors.BatchStoppedError(7, new Error('HTTP 401')),
		guard: errors.isBatchStoppedError,
		name: 'BatchStoppedError',
		message:
			'request 7 of the batch was not submitted, because the batch stopped (HTTP 401): ' +
			'solve that problem, then submit the rest again',
	},
	{
		error: new errors.TaskAbortedError('enough', 'task-1', 'running'),
		guard: errors.isTaskAbortedError,
		name: 'AbortError',
		message: 'aborted: task "task-1" (last status: running) isn\'t affected; resume with client.task("task-1").wait()',
	},
	{
		error: new errors.TaskFailedError('task-1', { status: 'failed', kind: 'unknown', reason: 'no' }),
		guard: errors.isTaskFailedError,
		name: 'TaskFailedError',
		message: 'task "task-1" failed: no; read the API\'s message; if it does not say why, ask the vendor\'s support',
	},
	{
		error: new errors.TaskTimeoutError({ taskId: 'task-1', deadline: 5 }),
		guard: errors.isTaskTimeoutError,
		name: 'TaskTimeoutError',
		message: 'task "task-1" didn\'t finish within 5 ms (status unknown): resume with client.task("task-1").wait()',
	},
	{
		error: new errors.UnexpectedResponseError(200, '', 'task-1'),
		guard: errors.isUnexpectedResponseError,
		name: 'UnexpectedResponseError',
		message:
			'unexpected response from the API: HTTP 200 with an empty body, not a known format; check the base URL; ' +
			'resume with client.task("task-1").wait()',
	},
];

describe.each(cases)('$name', ({ error, guard, name, message }) => {
	test('says what happened and what to do', () => {
		expect(error.name).toBe(name);
		expect(error.message).toBe(message);
	});

	test('is known by its guard and by its root, and by no other guard', () => {
		expect(error).toBeInstanceOf(errors.SeedanceError);
		expect(error).toBeInstanceOf(Error);
		expect(cases.filter((other) => other.guard(error)).map((other) => other.name)).toEqual([name]);
		expect(guard({ name })).toBe(false);
	});
});

test('every error and every guard is among them', () => {
	const exported = Object.keys(errors).filter((name) => name !== 'SeedanceError');
	const covered = cases.flatMap(({ error, guard }) => [error.constructor.name, guard.name]);
	expect(exported.sort()).toEqual(covered.sort());
});

describe('ApiError', () => {
	test('of a read names the task and the way back', () => {
		const error = new errors.ApiError({ status: 500, kind: 'server', taskId: 'task-1' });
		expect(error.message).toBe(
			'the API answered a read of task "task-1" with HTTP 500; try again later; resume with client.task("task-1").wait()',
		);
	});

	test('gives no advice to try again where that may pay twice', () => {
		const error = new errors.ApiError({ status: 502, kind: 'server', retryable: false });
		expect(error.message).toBe('the API answered the request with HTTP 502');
		expect(error.retryable).toBe(false);
	});

	test('does not write a request id twice', () => {
		const error = new errors.ApiError({ status: 400, kind: 'auth', reason: 'no (request id: r-1)', requestId: 'r-1' });
		expect(error.message.match(/r-1/g)).toHaveLength(1);
	});
});

describe('SubmitUncertainError', () => {
	const error = new errors.SubmitUncertainError({ ...submit, requestId: 'r-1', cause: undefined });

	test('carries the request, and does not print it', () => {
		expect(error.request).toBe(request);
		expect(inspect(error)).not.toContain('the prompt');
	});

	test('has all that finds the task in its JSON', () => {
		const { sentAt, fingerprint } = submit;
		expect(JSON.parse(JSON.stringify(error))).toMatchObject({ sentAt, fingerprint, requestId: 'r-1', request });
	});

	test('names a task whose id arrived, and says to look there first', () => {
		const { message } = new errors.SubmitUncertainError({ ...submit, taskId: 'task-1', cause: new Error('HTTP 500') });
		expect(message).toContain(
			'task "task-1" may exist and be billed; resume with client.task("task-1").wait() before you submit again',
		);
	});
});

describe('UnexpectedResponseError', () => {
	test('cuts the body short', () => {
		const error = new errors.UnexpectedResponseError(200, 'x'.repeat(10_000));
		expect(error.body).toBe(`${'x'.repeat(500)}…`);
		expect(error.message.length).toBeLessThan(700);
	});

	test('says of a redirect that it is not followed', () => {
		expect(new errors.UnexpectedResponseError(302, '').message).toBe(
			'unexpected response from the API: HTTP 302, a redirect; redirects are not followed, because they could send the API key to another host; check the base URL',
		);
	});
});
