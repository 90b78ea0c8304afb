/** What kinds of failure there are, whether the same request may pass later as it is, and what to do. */
export const failureKinds = {
	auth: { retryable: false, advice: 'check the API key and what its account may use' },
	billing: { retryable: false, advice: "top up the account or raise its limit at the vendor's site" },
	'invalid-input': { retryable: false, advice: 'change what the message names' },
	'media-fetch': { retryable: false, advice: 'make the media URL reachable from the public internet' },
	'asset-not-ready': { retryable: true, advice: 'submit it again in a few seconds, when the asset has settled' },
	'input-moderation': { retryable: false, advice: 'change the prompt or the media that the message names' },
	'output-moderation': {
		retryable: true,
		advice: 'submit it again, or change the prompt; .generateAudio(false) often helps where the audio was refused',
	},
	'rate-limit': { retryable: true, advice: 'try again later, and slower' },
	capacity: { retryable: true, advice: 'try again later' },
	server: { retryable: true, advice: 'try again later' },
	'not-found': {
		retryable: false,
		advice: 'check the task id and the base URL; a task is kept for days, not for ever',
	},
	unknown: { retryable: false, advice: 'see what the message says' },
} as const;

/** What kind of failure it was, whatever code or wording the API used. */
export type FailureKind = keyof typeof failureKinds;
