import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Argument, Call, ChainData, Start, Verb } from './chain.js';
import { duration, flag, options, ratio, resolution, resolutionAlone } from './options.js';
import { prompt, template } from './prompts.js';
import { frame, sources, type Kind } from './sources.js';
import type { Mix } from './values.js';

/**
 * Any chain: the verbs of a mode in their order with options at any place between, some of them then bent: a call too
 * many, a call out of its place. And now and then calls as they fall. Half are literal, half hold values of every kind.
 * One in four begins in a mode of its own, with `editVideo()` or `extendVideo()`.
 */
export function chain(): Arbitrary<ChainData> {
	const start = fc.oneof(
		{ weight: 6, arbitrary: fc.constant<Start>('video') },
		{ weight: 1, arbitrary: fc.constant<Start>('editVideo') },
		{ weight: 1, arbitrary: fc.constant<Start>('extendVideo') },
	);
	const end = fc.constantFrom<Verb>('build', 'build', 'safeBuild', 'toJSON').map((verb): Call => ({ verb, args: [] }));
	return start.chain((start) =>
		fc.tuple(callsOf(start), end).map(([calls, end]) => ({ start, calls: [...calls, end] })),
	);
}

function callsOf(start: Start): Arbitrary<readonly Call[]> {
	return fc.oneof(
		{ weight: 2, arbitrary: orderly(start, { wrong: 0, dynamic: 0 }) },
		{ weight: 2, arbitrary: orderly(start, { wrong: 1, dynamic: 0 }) },
		{ weight: 2, arbitrary: bent(start, { wrong: 1, dynamic: 0 }) },
		{ weight: 2, arbitrary: orderly(start, { wrong: 1, dynamic: 3 }) },
		{ weight: 2, arbitrary: bent(start, { wrong: 1, dynamic: 3 }) },
		{ weight: 1, arbitrary: fc.array(call(start, { wrong: 1, dynamic: 1 }), { maxLength: 7 }) },
	);
}

interface Placed {
	readonly call: Call;
	readonly at: number;
}

function orderly(start: Start, mix: Mix): Arbitrary<readonly Call[]> {
	return fc
		.tuple(
			contents[start](mix),
			placed(
				start === 'video'
					? fc.oneof({ weight: 6, arbitrary: option(mix) }, { weight: 1, arbitrary: switched('webSearch', mix) })
					: option(mix),
				4,
			),
			fc.option(resolved(mix), { freq: 12 }),
			fc.nat(12),
		)
		.map(([content, options, call, at]) => insert(content, call === null ? options : [...options, { call, at }]));
}

function bent(start: Start, mix: Mix): Arbitrary<readonly Call[]> {
	return fc
		.tuple(orderly(start, mix), placed(call(start, mix), 2), fc.option(fc.tuple(fc.nat(12), fc.nat(12))))
		.map(([calls, extra, move]) => insert(move === null ? calls : moved(calls, ...move), extra));
}

/** The calls that make a mode's content, in their order. */
const contents: Readonly<Record<Start, (mix: Mix) => Arbitrary<readonly Call[]>>> = {
	video(mix) {
		const text = fc.array(verb('text', prompt(mix)), { maxLength: 1 });
		const first = verb('firstFrame', frame(mix));
		const last = verb('lastFrame', frame(mix));
		const references = fc.tuple(calls('image', 5, mix), calls('video', 2, mix), calls('audio', 2, mix));
		const tagged = tag(['image', 'video', 'audio'], mix);
		return fc.oneof(
			{ weight: 2, arbitrary: fc.tuple(verb('text', prompt(mix))) },
			{ weight: 1, arbitrary: fc.tuple(text, fc.tuple(first)).map((parts) => parts.flat()) },
			{ weight: 1, arbitrary: fc.tuple(text, fc.tuple(first, last)).map((parts) => parts.flat()) },
			{ weight: 4, arbitrary: fc.tuple(text, references).map(([text, parts]) => [...text, ...parts.flat()]) },
			{ weight: 2, arbitrary: fc.tuple(tagged, references).map(([text, parts]) => [text, ...parts.flat()]) },
		);
	},
	editVideo(mix) {
		const text = fc.oneof(verb('text', prompt(mix)), tag(['image', 'video'], mix));
		return fc
			.tuple(text, references('image', 3, mix), references('video', 2, mix))
			.map(([text, images, videos]) => [text, images, videos]);
	},
	extendVideo(mix) {
		const text = fc.oneof(verb('text', prompt(mix)), tag(['video'], mix));
		return fc.tuple(text, calls('video', 2, mix)).map(([text, videos]) => [text, ...videos]);
	},
};

/** Any call, of any verb but those that end a chain. */
function call(start: Start, mix: Mix): Arbitrary<Call> {
	return fc.oneof(
		verb('text', prompt(mix)),
		tag(['image', 'video', 'audio'], mix),
		verb('firstFrame', frame(mix)),
		verb('lastFrame', frame(mix)),
		references('image', 4, mix),
		references('video', 2, mix),
		references('audio', 2, mix),
		option(mix),
		search(start, mix),
	);
}

/** A pinned mode refuses the verb, whatever its argument: at run time it refuses the search. */
function search(start: Start, mix: Mix): Arbitrary<Call> {
	return start === 'video' ? switched('webSearch', mix) : fc.constant<Call>({ verb: 'webSearch', args: [] });
}

function option(mix: Mix): Arbitrary<Call> {
	return fc.oneof(
		resolved(mix),
		verb('ratio', ratio(mix)),
		verb('duration', duration(mix)),
		verb('generateAudio', flag(mix)),
		verb('watermark', flag(mix)),
		switched('returnLastFrame', mix),
		verb('options', options(mix)),
	);
}

function resolved(mix: Mix): Arbitrary<Call> {
	return fc.oneof(
		{ weight: 4, arbitrary: verb('resolution', resolution(mix)) },
		{ weight: 1, arbitrary: verb('options', resolutionAlone(mix)) },
	);
}

function switched(name: 'webSearch' | 'returnLastFrame', mix: Mix): Arbitrary<Call> {
	return fc.array(flag(mix), { maxLength: 1 }).map((args) => ({ verb: name, args }));
}

function verb(name: Verb, argument: Arbitrary<Argument>): Arbitrary<Call> {
	return argument.map((argument) => ({ verb: name, args: [argument] }));
}

function tag(kinds: readonly Kind[], mix: Mix): Arbitrary<Call> {
	return template(kinds, mix).map((template) => ({ verb: 'text', args: [template], isTag: true }));
}

function references(kind: Kind, most: number, mix: Mix): Arbitrary<Call> {
	const name = ({ image: 'referenceImage', video: 'referenceVideo', audio: 'referenceAudio' } as const)[kind];
	return fc.array(sources(kind, mix), { maxLength: most }).map((args) => ({ verb: name, args }));
}

function calls(kind: Kind, most: number, mix: Mix): Arbitrary<Call[]> {
	return fc.array(references(kind, most, mix), { maxLength: 2 });
}

function placed(call: Arbitrary<Call>, maxLength: number): Arbitrary<Placed[]> {
	return fc.array(fc.record({ call, at: fc.nat(12) }), { maxLength });
}

function insert(calls: readonly Call[], placed: readonly Placed[]): readonly Call[] {
	return placed.reduce((calls, { call, at }) => inserted(calls, at, call), calls);
}

function moved(calls: readonly Call[], from: number, to: number): readonly Call[] {
	const call = calls[from % calls.length];
	return call === undefined
		? calls
		: inserted(
				calls.filter((other) => other !== call),
				to,
				call,
			);
}

function inserted(calls: readonly Call[], at: number, call: Call): readonly Call[] {
	const index = at % (calls.length + 1);
	return [...calls.slice(0, index), call, ...calls.slice(index)];
}
