import type { VideoCallOptions } from './request/call-options.js';

/** What a call asked for and the API has no field for, as the AI SDK's warnings have it. */
export interface VideoWarning {
	readonly type: 'unsupported';

	/** The setting. */
	readonly feature: string;

	/** What was done instead. */
	readonly details: string;
}

/** Returns a warning for each setting of a call that is not sent. */
export function warningsFor({ n = 1, fps, seed, webhookUrl, headers = {} }: VideoCallOptions): VideoWarning[] {
	const names = Object.keys(headers).filter((name) => headers[name] !== undefined && !isOwnHeader(name, headers[name]));
	const unsupported: readonly [isGiven: boolean, feature: string, details: string][] = [
		[
			n > 1,
			'n',
			'one request makes one video: leave maxVideosPerCall out, so that the AI SDK makes a request for each',
		],
		[fps !== undefined, 'fps', 'the API page has no field for frames per second: it was not sent'],
		[seed !== undefined, 'seed', 'the API page has no field for a seed: it was not sent'],
		[webhookUrl !== undefined, 'webhookUrl', 'the API page has no field for a webhook: read the status instead'],
		...names.map((name): [boolean, string, string] => [
			true,
			'headers',
			isIdempotencyKey(name)
				? 'the API has no idempotency key: a second call makes a second video and is billed'
				: `only the client's own headers are sent: ${name} was not`,
		]),
	];
	return unsupported.flatMap(([isGiven, feature, details]) =>
		isGiven ? [{ type: 'unsupported', feature, details }] : [],
	);
}

/** Whether the AI SDK adds the header itself, to every call. */
function isOwnHeader(name: string, value = ''): boolean {
	return name.toLowerCase() === 'user-agent' || (isIdempotencyKey(name) && value.startsWith('aisdk_'));
}

function isIdempotencyKey(name: string): boolean {
	return name.toLowerCase() === 'idempotency-key';
}
