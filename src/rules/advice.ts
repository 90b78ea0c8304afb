/**
 * Every advice about a valid request: its sentence and its source. Nobody refuses a request for one of them. Apart from
 * `rules`, because a bundle has the table only if `lintRequest` is in it.
 */
export const advice = {
	'prompt-length': { says: 'a prompt is no longer than the API page recommends', source: 'API page' },
	'reference-form': {
		says: 'a prompt names its references as the API page writes them: @image1',
		source: 'API page',
	},
	'unattached-reference': { says: 'every reference in a prompt, in any form, has its item', source: 'API page' },
	'unmentioned-reference': { says: 'a prompt mentions every reference by its placeholder', source: 'API page' },
	'option-suffix': { says: 'an option is a field of the request, not a suffix of the prompt', source: 'upstream' },
	'suffix-conflict': {
		says: 'a suffix of the prompt does not contradict a field or another suffix',
		source: 'upstream',
	},
	'unsupported-suffix': { says: 'a prompt has no suffix that this API has no field or value for', source: 'upstream' },
	opening: {
		says: 'the prompt of an edit or an extension begins with the words that choose the task',
		source: 'upstream',
	},
	'unreachable-host': { says: 'a source is at a host that the API can reach', source: 'upstream' },
	'total-seconds': { says: 'the reference videos, and the audio clips, are not too long in all', source: 'upstream' },
	'body-size': { says: 'the body of a request is not too large', source: 'upstream' },
	'frame-shapes': { says: 'the first and the last frame have the same shape', source: 'upstream' },
	'cropped-frame': { says: 'a frame has the shape of the ratio', source: 'upstream' },
} as const satisfies Record<string, { says: string; source: 'API page' | 'upstream' }>;

/** The id of an advice, as in `advice.rule`. `docs/advice.md` lists all. */
export type AdviceId = keyof typeof advice;

/** Where an advice comes from: the API page, or upstream, the model's own API behind the gateway. */
export type AdviceSource = (typeof advice)[AdviceId]['source'];
