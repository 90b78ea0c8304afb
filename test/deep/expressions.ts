import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { media, prompt, promptTemplate, shot, shotList, type MediaHandle } from 'seedance-builder';
import { allKinds, type Kind } from './sources.js';
import { quoted } from './values.js';

/**
 * What an expression is evaluated for: what the program does, or what the compiler knows of it. The compiler does not know the
 * texts of a tagged template, nor those that are filled into one. Of what is nested in one, it knows no text at all.
 */
export type View = 'real' | 'known' | 'knownNested';

/** An expression of a program over prompts. */
export interface Expression {
	/** Writes it. `hoist` makes a constant of an expression, and answers with its name. */
	print(hoist: (source: string) => string): string;

	/** Evaluates it. */
	run(view: View): unknown;

	/** Whether it has a handle. */
	readonly hasHandle: boolean;

	/** Whether the compiler knows the type of everything in it. */
	readonly isKnown: boolean;
}

/** A prompt: of the tag, of a template or of shots. `depth` is how many may be in one another. */
export function promptExpression(depth: number): Arbitrary<Expression> {
	const exact = fc.oneof(
		{ weight: 4, arbitrary: tagged(depth) },
		{ weight: 3, arbitrary: filled(depth) },
		{ weight: 4, arbitrary: listOfShots(depth) },
	);
	return fc.oneof(
		{ weight: 8, arbitrary: exact },
		{ weight: 5, arbitrary: exact.map(named) },
		{ weight: 1, arbitrary: exact.map((expression) => (expression.hasHandle ? widened(expression) : expression)) },
	);
}

/** Spans of a template: handles, lists of them, texts, numbers and prompts, with the texts before them and the last one. */
export function spans(depth: number): Arbitrary<Spans> {
	const pairs = fc.array(fc.tuple(staticText, valueExpression(depth)), { maxLength: 4 });
	return fc.tuple(pairs, staticText).map(([pairs, last]) => ({
		texts: [...pairs.map(([text]) => text), last],
		values: pairs.map(([, value]) => value),
	}));
}

/** The texts and values of a template. */
export interface Spans {
	readonly texts: readonly string[];
	readonly values: readonly Expression[];
}

/** Writes the template of these spans. */
export function templateOf({ texts, values }: Spans, hoist: (source: string) => string): string {
	const pieces = texts.map(
		(text, index) =>
			escaped(text) +
			values
				.slice(index, index + 1)
				.map((value) => `\${${value.print(hoist)}}`)
				.join(''),
	);
	return `\`${pieces.join('')}\``;
}

/** The template that a tag is called with. */
export function stringsOf({ texts }: Spans, view: View): TemplateStringsArray {
	const seen = view === 'real' ? texts : texts.map(() => 'x ');
	return Object.assign([...seen], { raw: seen });
}

/** The values that a tag is called with. */
export function valuesOf({ values }: Spans, view: View): readonly unknown[] {
	return values.map((value) => value.run(nested(view)));
}

const nested = (view: View): View => (view === 'real' ? 'real' : 'knownNested');
const all = (expressions: readonly Expression[]): Pick<Expression, 'hasHandle' | 'isKnown'> => ({
	hasHandle: expressions.some(({ hasHandle }) => hasHandle),
	isKnown: expressions.every(({ isKnown }) => isKnown),
});

const staticText = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom('', ' ', 'A cat ', ' in ', '. ', '2', '`${x}\\') },
	{ weight: 1, arbitrary: fc.constantFrom('@image1', '@video2 ', ' @image', 'me@image1') },
);

function constant(source: string, value: unknown, isText = false): Expression {
	return {
		print: () => source,
		run: (view) => (isText && view !== 'real' ? 'x' : value),
		hasHandle: false,
		isKnown: true,
	};
}

const names: Readonly<Record<Kind, number>> = { image: 11, video: 4, audio: 4 };

/** A handle. Most are one of a few, so that a prompt has the same one several times. */
const handleExpression: Arbitrary<Expression> = fc
	.tuple(fc.constantFrom('image', 'image', 'image', 'video', 'audio'), fc.boolean(), fc.nat())
	.map(([kind, isCommon, number]) => handleOf(kind, number % (isCommon ? 2 : names[kind])));

function handleOf(kind: Kind, number: number): Expression {
	const url = `asset://${number}`;
	const make = media[kind] as (source: string) => MediaHandle;
	return { print: () => `media.${kind}(${quoted(url)})`, run: () => make(url), hasHandle: true, isKnown: true };
}

const handleListExpression: Arbitrary<Expression> = fc
	.oneof(
		{ weight: 8, arbitrary: fc.array(handleExpression, { maxLength: 4 }) },
		// As many of a kind as a request takes, or one more.
		{
			weight: 1,
			arbitrary: fc
				.tuple(fc.constantFrom(...allKinds), fc.nat(3))
				.map(([kind, fewer]) => Array.from({ length: names[kind] - fewer }, (_, index) => handleOf(kind, index))),
		},
	)
	.map((items) => ({
		print: (hoist) => `[${items.map((item) => item.print(hoist)).join(', ')}]`,
		run: (view) => items.map((item) => item.run(view)),
		...all(items),
	}));

const textExpression = fc.oneof(
	{ weight: 10, arbitrary: fc.constantFrom('', 'cat', ' ', '{a}').map((text) => constant(quoted(text), text, true)) },
	{ weight: 1, arbitrary: fc.constantFrom('@image1', 'age1').map((text) => constant(quoted(text), text, true)) },
	{ weight: 5, arbitrary: fc.constantFrom(1, 2, 0.5).map((number) => constant(String(number), number, true)) },
	{ weight: 1, arbitrary: fc.constant(constant('String("cat")', 'cat', true)) },
);

/** What a prompt cannot hold. */
const wrongExpression: Arbitrary<Expression> = fc.constantFrom(
	constant('undefined', undefined),
	constant('null', null),
	constant('true', true),
	constant('{ cat: 1 }', { cat: 1 }),
	constant('["cat"]', ['cat']),
	constant('shot(4, "A cat")', { seconds: 4, content: 'A cat' }),
);

function valueExpression(depth: number): Arbitrary<Expression> {
	return fc.oneof(
		{ weight: 10, arbitrary: handleExpression },
		{ weight: 4, arbitrary: handleListExpression },
		{ weight: 6, arbitrary: textExpression },
		{ weight: 1, arbitrary: wrongExpression },
		...(depth > 0 ? [{ weight: 10, arbitrary: promptExpression(depth - 1) }] : []),
	);
}

function tagged(depth: number): Arbitrary<Expression> {
	return spans(depth).map((spans) => ({
		print: (hoist) => `prompt${templateOf(spans, hoist)}`,
		run: (view) =>
			(prompt as (strings: TemplateStringsArray, ...values: readonly unknown[]) => unknown)(
				stringsOf(spans, view),
				...valuesOf(spans, view),
			),
		...all(spans.values),
	}));
}

const slots = ['a', 'b', 'c', '主角', 'toString'];

/** A template that is filled. Now and then a slot has no value, or a value has no slot. */
function filled(depth: number): Arbitrary<Expression> {
	const texts = fc.oneof(
		{ weight: 12, arbitrary: fc.constantFrom('', ' ', 'A cat ', '{"a": 1}', '} {', '{ a}', '2') },
		{ weight: 1, arbitrary: fc.constantFrom(' @image1 ', '@video', 'me@image1 ', '(@image2)') },
		{ weight: 1, arbitrary: fc.constantFrom('{{a}}', '{{ a }}', '{{{a}}}', '{{1}}', '{a}}') },
	);
	const pieces = fc.tuple(fc.array(fc.tuple(texts, fc.constantFrom(...slots)), { maxLength: 4 }), texts);
	const values = fc.record(Object.fromEntries(slots.map((slot) => [slot, valueExpression(depth)])));
	const change = fc.oneof(
		{ weight: 12, arbitrary: fc.constant('none') },
		{ weight: 1, arbitrary: fc.constantFrom('missing', 'extra') },
	);
	return fc.tuple(pieces, values, change).map(([[pairs, last], values, change]): Expression => {
		const text = pairs.map(([text, slot]) => `${text}{${slot}}`).join('') + last;
		const used = slots.filter((slot) => text.includes(`{${slot}}`));
		const given = change === 'missing' ? used.slice(1) : change === 'extra' ? [...used, 'extra'] : used;
		const entries = given.map((slot): [string, Expression] => [slot, values[slot] ?? constant('1', 1)]);
		const { hasHandle, isKnown } = all(entries.map(([, value]) => value));
		const print = (hoist: (source: string) => string): string =>
			`promptTemplate(${quoted(text)})({ ${entries.map(([slot, value]) => `${slot}: ${value.print(hoist)}`).join(', ')} })`;
		const run = (view: View): unknown => {
			// Beside no handle, the compiler leaves a placeholder in the text to the run time.
			const seen: string = view === 'real' || hasHandle ? text : text.replaceAll('@', 'x');
			const filling = promptTemplate(view === 'real' ? seen : `x ${seen}`);
			return filling(Object.fromEntries(entries.map(([slot, value]) => [slot, value.run(nested(view))])) as object);
		};
		return { print, run, hasHandle, isKnown };
	});
}

const lengths = fc.oneof(
	{ weight: 40, arbitrary: fc.integer({ min: 1, max: 6 }) },
	{ weight: 1, arbitrary: fc.constantFrom(0, -1, 2.5, 15, 20) },
);

const shotTexts = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom('A cat', ' it rains ', '2 cats', 'me@example.com', 'a\nb') },
	{ weight: 2, arbitrary: fc.constantFrom('@image1 runs', 'to @audio1', '@image2', '@image9', '@Image1') },
	{ weight: 1, arbitrary: fc.constantFrom('', ' ', '\n\u3000') },
);

function listOfShots(depth: number): Arbitrary<Expression> {
	const textShot = fc.tuple(lengths, shotTexts).map(([seconds, text]) => ({ seconds, content: text }));
	const promptShot = fc
		.tuple(
			lengths,
			fc.oneof(
				{ weight: 10, arbitrary: tagged(0) },
				{ weight: 4, arbitrary: filled(0) },
				...(depth > 0 ? [{ weight: 1, arbitrary: promptExpression(depth - 1) }] : []),
			),
		)
		.map(([seconds, content]) => ({ seconds, content }));
	const items = fc.array(
		fc.oneof({ weight: 3, arbitrary: textShot }, { weight: depth > 0 ? 3 : 1, arbitrary: promptShot }),
		{ minLength: 1, maxLength: 4 },
	);
	const format = fc.constantFrom(undefined, 'shots', 'timeline');
	return fc.tuple(items, format).map(([items, format]): Expression => {
		const contents = items.flatMap(({ content }) => (typeof content === 'string' ? [] : [content]));
		const { hasHandle, isKnown } = all(contents);
		const print = (hoist: (source: string) => string): string => {
			const shots = items.map(
				({ seconds, content }) =>
					`shot(${seconds}, ${typeof content === 'string' ? quoted(content) : content.print(hoist)})`,
			);
			const options = format === undefined ? '' : `, { format: ${quoted(format)} }`;
			return `shotList([${shots.join(', ')}]${options})`;
		};
		const run = (view: View): unknown => {
			// The compiler knows the text of a list without handles. Beside handles, it knows the placeholders alone.
			const seen = (text: string): string => {
				if (view === 'real') return text;
				if (hasHandle) return text.replaceAll('@Image', 'x');
				return view === 'knownNested' ? text.replaceAll('@', 'x') : text;
			};
			const shots = items.map(({ seconds, content }) =>
				(shot as (seconds: number, content: unknown) => unknown)(
					seconds,
					typeof content === 'string' ? seen(content) : content.run(nested(view)),
				),
			);
			return (shotList as (shots: unknown, options: unknown) => unknown)(
				shots,
				format === undefined ? undefined : { format },
			);
		};
		return { print, run, hasHandle, isKnown };
	});
}

/** The same, as a constant of its own. */
function named(expression: Expression): Expression {
	return { ...expression, print: (hoist) => hoist(expression.print(hoist)) };
}

/** The same, as a prompt of which the compiler knows no more. It then reckons with handles, so that it has one. */
function widened(expression: Expression): Expression {
	return { ...expression, print: (hoist) => `wide(${expression.print(hoist)})`, isKnown: false };
}

/** What {@link widened} calls. */
export const wide = `const wide = (given: Prompt): Prompt => given;`;

const escaped = (text: string): string => text.replaceAll(/[\\`$]/g, '\\$&').replaceAll('\n', '\\n');
