import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import {
	editVideo,
	extendVideo,
	safeParseRequest,
	type Buildable,
	type SourceFacts,
	type VideoRequest,
} from '../../src/index.js';

/** A valid request as lintRequest takes it, and facts about its sources. */
export interface RandomRequest {
	readonly given: VideoRequest | Buildable;
	readonly media: Readonly<Record<string, SourceFacts>>;
}

/** Random valid requests: payloads of every mode, and chains of edits and extensions. Prompts have what advice is about. */
export function randomRequest(): Arbitrary<RandomRequest> {
	return fc
		.tuple(fc.oneof(payload, chain), facts)
		.filter(([given]) => isValid(given))
		.map(([given, media]) => ({ given, media }));
}

/** The payload of what lintRequest takes. */
export function payloadOf(given: VideoRequest | Buildable): VideoRequest {
	return 'build' in given ? given.build() : given;
}

const hosts = ['https://example.com/a', 'http://localhost/b', 'http://nas/c', 'https://a.test/d', 'asset://e'];
const sources = [...hosts, 'data:image/png;base64,AAAA'];

const facts: Arbitrary<Record<string, SourceFacts>> = fc.dictionary(
	fc.constantFrom(...sources),
	fc.record(
		{
			width: fc.integer({ min: 1, max: 6000 }),
			height: fc.integer({ min: 1, max: 6000 }),
			seconds: fc.double({ min: 0, max: 20, noNaN: true }),
		},
		{ requiredKeys: [] },
	),
);

const kindName = fc.constantFrom('image', 'Image', 'video', 'Video', 'audio', '图', '图片', '视频', '音频');
const reference = fc
	.tuple(
		fc.constantFrom('[$]', '<$>', '@$', '@$', '$'),
		kindName,
		fc.constantFrom('', '', ' ', '_'),
		fc.constantFrom('1', '1', '2', '3', '01', '12'),
	)
	.map(([form, ...parts]) => form.replace('$', parts.join('')));
const suffixName = fc.constantFrom(
	'rs',
	'resolution',
	'rt',
	'ratio',
	'dur',
	'duration',
	'wm',
	'watermark',
	'seed',
	'cf',
	'fps',
	'RS',
);
const suffixValue = fc.constantFrom(
	'720p',
	'1080p',
	'480p',
	'16:9',
	'1:1',
	'adaptive',
	'5',
	'8',
	'8s',
	'99',
	'5.5',
	'true',
	'false',
	'-1',
	'',
);
const suffix = fc
	.tuple(
		fc.constantFrom('--', '--', ' --', '-', '---'),
		suffixName,
		fc.constantFrom(' ', ' ', '=', '  ', ''),
		suffixValue,
	)
	.map((parts) => parts.join(''));
const words = fc.constantFrom(
	' ',
	' ',
	'\n',
	', ',
	'。',
	'a cat',
	'猫',
	'me',
	'7',
	'@',
	'Strictly edit',
	'Extend ',
	'Refer to ',
	'followed by ',
	'word '.repeat(600),
	'猫'.repeat(300),
);
const prompt = fc.oneof(
	fc.array(fc.oneof(words, reference, suffix), { minLength: 1, maxLength: 10 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', minLength: 1 }),
);

const option = { nil: undefined };
const fields = fc
	.record({
		resolution: fc.constantFrom('720p' as const, '1080p' as const, '2k' as const),
		ratio: fc.option(fc.constantFrom('16:9' as const, '1:1' as const, '21:9' as const, 'adaptive' as const), option),
		duration: fc.option(fc.constantFrom(5 as const, 8 as const), option),
		watermark: fc.option(fc.boolean(), option),
	})
	.map((fields) => fields as Pick<VideoRequest, 'resolution'>);

const image = (role: string) =>
	fc.constantFrom(...sources).map((url) => ({ type: 'image_url', image_url: { url }, role }));
const clip = fc
	.constantFrom(...hosts)
	.map((url) => ({ type: 'video_url', video_url: { url }, role: 'reference_video' }));
const music = fc
	.constantFrom(...hosts)
	.map((url) => ({ type: 'audio_url', audio_url: { url }, role: 'reference_audio' }));
const text = fc.oneof(
	prompt.map((text) => [{ type: 'text', text }]),
	fc.constant([]),
);

const references = fc
	.tuple(
		fc.array(image('reference_image'), { maxLength: 3 }),
		fc.array(clip, { maxLength: 3 }),
		fc.array(music, { maxLength: 2 }),
	)
	.map((items) => items.flat());
const frames = fc
	.tuple(image('first_frame'), fc.array(image('last_frame'), { maxLength: 1 }))
	.map(([first, last]) => [first, ...last]);

const payload = fc
	.tuple(text, fc.oneof({ weight: 4, arbitrary: references }, frames, fc.constant([])), fields)
	.map(
		([text, items, fields]) =>
			({ model: 'seedance-2.0-ultra', content: [...text, ...items], ...fields }) as VideoRequest,
	);

const chain = fc
	.tuple(fc.boolean(), prompt, fc.array(fc.constantFrom(...hosts), { minLength: 1, maxLength: 2 }), fields)
	.map(([isEdit, prompt, videos, { resolution }]): Buildable => {
		const start = isEdit ? editVideo().text(prompt).referenceImage('asset://a') : extendVideo().text(prompt);
		return start.referenceVideo(...videos).resolution(resolution);
	});

function isValid(given: VideoRequest | Buildable): boolean {
	try {
		return safeParseRequest(payloadOf(given)).success;
	} catch {
		return false; // The chain is invalid.
	}
}
