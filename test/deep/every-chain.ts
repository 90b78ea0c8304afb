import type { Argument, Call, ChainData, Start, Verb } from './chain.js';
import { templateOf } from './prompts.js';
import { handleOf, type Kind } from './sources.js';
import { literal } from './values.js';

/**
 * Every chain that begins with a text, a template, or neither, and goes on with at most so many verbs that add to its content,
 * or leave it as it is. Smallest first, literal, and each with a resolution.
 */
export function everyChain(most: number): readonly ChainData[] {
	return longer([[]], most).flatMap((steps) =>
		starts.flatMap((start) =>
			beginnings.map((beginning): ChainData => ({ start, calls: [...beginning, ...steps, ...ending] })),
		),
	);
}

const starts: readonly Start[] = ['video', 'editVideo', 'extendVideo'];

const sources: Readonly<Record<Kind, Argument>> = {
	image: literal('asset://image'),
	video: literal('asset://video'),
	audio: literal('asset://audio'),
};

/** No text; a text; and a template with each set of kinds among its handles. */
const beginnings: readonly (readonly Call[])[] = [
	[],
	[call('text', literal('A cat'))],
	...subsets(['image', 'video', 'audio']).map((kinds) => [tag(kinds)]),
];

const steps: readonly Call[] = [
	call('text', literal('A dog')),
	call('firstFrame', sources.image),
	call('lastFrame', sources.image),
	call('referenceImage', sources.image),
	call('referenceVideo', sources.video),
	call('referenceAudio', sources.audio),
	call('referenceImage'),
	call('webSearch'),
];

const ending: readonly Call[] = [call('resolution', literal('720p')), call('build')];

/** The given rows, and all that begin with one of them and have up to `most` steps more. */
function longer(rows: readonly (readonly Call[])[], most: number): readonly (readonly Call[])[] {
	if (most === 0) return rows;
	return [
		...rows,
		...longer(
			rows.flatMap((row) => steps.map((step) => [...row, step])),
			most - 1,
		),
	];
}

function subsets(kinds: readonly Kind[]): readonly (readonly Kind[])[] {
	return kinds.reduce<readonly (readonly Kind[])[]>(
		(found, kind) => [...found, ...found.map((kinds) => [...kinds, kind])],
		[[]],
	);
}

function call(verb: Verb, ...args: readonly Argument[]): Call {
	return { verb, args };
}

/** A template that says something, whatever its handles. */
function tag(kinds: readonly Kind[]): Call {
	const handles = kinds.map((kind) => handleOf(kind, literal(`asset://handle-${kind}`)));
	const pairs = [literal('A cat'), ...handles].map((span) => [{ text: ' ' }, span] as const);
	return { verb: 'text', args: [templateOf(pairs, { text: '' })], isTag: true };
}
