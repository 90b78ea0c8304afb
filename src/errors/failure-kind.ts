/** The kinds of failure: whether the same request may succeed later, and what to do. */
export const failureKinds = {
	auth: { retryable: false, advice: 'check the API key and the permissions of its account' },
	billing: { retryable: false, advice: "top up the account or raise its limit on the vendor's website" },
	'invalid-input': { retryable: false, advice: 'correct the input that the message names' },
	'media-fetch': { retryable: false, advice: 'make the media URL reachable from the public internet' },
	'asset-not-ready': { retryable: true, advice: 'submit again in a few seconds, when the asset is processed' },
	'input-moderation': { retryable: false, advice: 'change the prompt or the media that the message names' },
	'output-moderation': {
		retryable: true,
		advice: 'submit again or change the prompt; if the audio was rejected, .generateAudio(false) often helps',
	},
	'rate-limit': { retryable: true, advice: 'try again later, and send requests more slowly' },
	capacity: { retryable: true, advice: 'try again later' },
	server: { retryable: true, advice: 'try again later' },
	'not-found': {
		retryable: false,
		advice: 'check the task id and the base URL; the API deletes a task after some days',
	},
	unknown: { retryable: false, advice: "read the API's message; if it does not say why, ask the vendor's support" },
} as const;

/** The kind of a failure, independent of the API's codes and wording. */
export type FailureKind = keyof typeof failureKinds;
