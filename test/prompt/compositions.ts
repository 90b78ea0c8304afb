import * as fc from 'fast-check';
import { media, prompt, promptTemplate, shot, shotList, type MediaHandle, type Prompt } from '../../src/index.js';

// A random composition is built by the library, and written by a renderer that shares no code with it.

/** A composition as data. */
export type Node =
	| { readonly is: 'text'; readonly text: string }
	| { readonly is: 'number'; readonly number: number }
	| { readonly is: 'handle'; readonly handle: MediaHandle }
	| { readonly is: 'handles'; readonly handles: readonly MediaHandle[] }
	| { readonly is: 'prompt'; readonly strings: readonly string[]; readonly values: readonly Node[] }
	| { readonly is: 'template'; readonly strings: readonly string[]; readonly slots: readonly string[]; readonly values: Readonly<Record<string, Node>> }
	| { readonly is: 'shots'; readonly format: 'shots' | 'timeline'; readonly shots: readonly { readonly seconds: number; readonly content: Node }[] }; // prettier-ignore

/** Two images of one URL, an image and a video of one URL, and at most as many of a kind as a request takes. */
const pool: readonly MediaHandle[] = [
	media.image('asset://one'),
	media.image('asset://one'),
	media.image('asset://two'),
	media.image('asset://shared'),
	media.video('asset://shared'),
	media.video('https://example.com/clip.mp4'),
	media.video('https://example.com/clip.mp4'),
	media.audio('asset://song'),
	media.audio('asset://one'),
];

const seams = [
	'',
	' ',
	'A cat',
	'x',
	'7',
	'01',
	'@',
	'@image',
	'(',
	'猫',
	'１',
	'\n',
	'_',
	'.',
	'{',
	'}',
	'"',
	'$&',
	'\\',
];
const slots = ['a', 'b', '主角', 'constructor', '$1', '_'];

const text = fc.array(fc.constantFrom(...seams), { maxLength: 3 }).map((pieces) => pieces.join(''));
const handle = fc.constantFrom(...pool);

/** A composition of this depth. One that holds no shot list can stand in a shot. */
function node(depth: number, hasShots: boolean): fc.Arbitrary<Node> {
	const leaves: fc.Arbitrary<Node>[] = [
		text.map((text) => ({ is: 'text', text })),
		fc.constantFrom(0, 1, 12, -3, 2.5).map((number) => ({ is: 'number', number })),
		handle.map((handle) => ({ is: 'handle', handle })),
		fc.array(handle, { maxLength: 4 }).map((handles) => ({ is: 'handles', handles })),
	];
	if (depth === 0) return fc.oneof(...leaves);
	return fc.oneof(
		...leaves,
		promptNode(depth, hasShots),
		templateNode(depth, hasShots),
		...(hasShots ? [shotsNode(depth)] : []),
	);
}

function promptNode(depth: number, hasShots: boolean): fc.Arbitrary<Node> {
	return fc.array(fc.tuple(text, node(depth - 1, hasShots)), { maxLength: 4 }).chain((pairs) =>
		text.map((last): Node => ({
			is: 'prompt',
			strings: [...pairs.map(([text]) => text), last],
			values: pairs.map(([, value]) => value),
		})),
	);
}

function templateNode(depth: number, hasShots: boolean): fc.Arbitrary<Node> {
	// A text with a brace might make another slot, or none.
	const safe = text.map((text) => text.replaceAll(/[{}]/g, ''));
	const values = fc.record(Object.fromEntries(slots.map((slot) => [slot, node(depth - 1, hasShots)])));
	return fc
		.tuple(fc.array(fc.tuple(safe, fc.constantFrom(...slots)), { maxLength: 4 }), safe, values)
		.map(([pairs, last, values]): Node => {
			const used = pairs.map(([, slot]) => slot);
			return {
				is: 'template',
				strings: [...pairs.map(([text]) => text), last],
				slots: used,
				values: Object.fromEntries(Object.entries(values).filter(([slot]) => used.includes(slot))),
			};
		});
}

function shotsNode(depth: number): fc.Arbitrary<Node> {
	const content = fc.oneof(
		text.map((text): Node => ({ is: 'text', text })),
		promptNode(depth, false),
		templateNode(depth, false),
	);
	return fc.record({
		is: fc.constant('shots' as const),
		format: fc.constantFrom('shots' as const, 'timeline' as const),
		shots: fc.array(fc.record({ seconds: fc.constantFrom(1, 2, 3, 4, 5), content }), { minLength: 1, maxLength: 5 }),
	});
}

/** Builds a composition with the library. */
export function build(node: Node): unknown {
	if (node.is === 'text') return node.text;
	if (node.is === 'number') return node.number;
	if (node.is === 'handle') return node.handle;
	if (node.is === 'handles') return node.handles;
	if (node.is === 'prompt') {
		return (prompt as (...args: unknown[]) => Prompt)(tagOf(node.strings), ...node.values.map(build));
	}
	if (node.is === 'template') {
		const pieces = node.strings.map((text, index) => text + (index in node.slots ? `{${node.slots[index]}}` : ''));
		const values = Object.entries(node.values).map(([slot, value]) => [slot, build(value)]);
		return promptTemplate(pieces.join(''))(Object.fromEntries(values) as object);
	}
	const shots = node.shots.map(({ seconds, content }) => shot(seconds, build(content) as string));
	return shotList(shots, { format: node.format });
}

function tagOf(strings: readonly string[]): TemplateStringsArray {
	return Object.assign([...strings], { raw: strings });
}

/** What a composition is made of, in a row: texts and handles. */
export function flatten(node: Node): readonly (string | MediaHandle)[] {
	if (node.is === 'text') return [node.text];
	if (node.is === 'number') return [`${node.number}`];
	if (node.is === 'handle') return [node.handle];
	if (node.is === 'handles') {
		const last = node.handles.length - 1;
		return node.handles.flatMap((handle, index) => [index === 0 ? '' : index === last ? ' and ' : ', ', handle]);
	}
	if (node.is === 'prompt') {
		return node.strings.flatMap((text, index) => [text, ...node.values.slice(index, index + 1).flatMap(flatten)]);
	}
	if (node.is === 'template') {
		return node.strings.flatMap((text, index) => [
			text,
			...node.slots.slice(index, index + 1).flatMap((slot) => flatten(node.values[slot]!)),
		]);
	}
	const row: (string | MediaHandle)[] = [];
	let from = 0;
	for (const [index, { seconds, content }] of node.shots.entries()) {
		const to = from + seconds;
		const label = node.format === 'shots' ? `Shot ${index + 1} (${from}-${to}s): ` : `[${time(from)}-${time(to)}] `;
		row.push((index > 0 ? '\n' : '') + label, ...flatten(content));
		from = to;
	}
	return row;
}

function time(seconds: number): string {
	return seconds < 10 ? `00:0${seconds}` : `00:${seconds}`;
}

/** The reference renderer: the text, and the handles in the order of the text, each once. */
export function render(node: Node): { readonly text: string; readonly handles: readonly MediaHandle[] } {
	const handles: MediaHandle[] = [];
	let text = '';
	let endsWithHandle = false;
	for (const part of flatten(node)) {
		if (part === '') continue;
		if (typeof part === 'string') {
			text += endsWithHandle && /^[0-9]/.test(part) ? ` ${part}` : part;
			endsWithHandle = false;
			continue;
		}
		const isSame = (other: MediaHandle): boolean => other.kind === part.kind && other.url === part.url;
		if (!handles.some(isSame)) handles.push(part);
		const number = handles.filter(({ kind }) => kind === part.kind).findIndex(isSame) + 1;
		text += `${/[0-9A-Za-z_]$/.test(text) ? ' ' : ''}@${part.kind}${number}`;
		endsWithHandle = true;
	}
	return { text, handles };
}

/** The lengths of the shot lists in a composition. */
export function lengthsOf(node: Node): readonly number[] {
	if (node.is === 'shots') return [node.shots.reduce((sum, { seconds }) => sum + seconds, 0)];
	if (node.is === 'prompt') return node.values.flatMap(lengthsOf);
	return node.is === 'template' ? node.slots.flatMap((slot) => lengthsOf(node.values[slot]!)) : [];
}

/** Why the library should refuse a composition; empty where it should not. */
export function faultsOf(node: Node): ReadonlySet<string> {
	const faults = new Set<string>();
	visit(node);
	return faults;

	function visit(node: Node): void {
		if (node.is === 'prompt') node.values.forEach(visit);
		if (node.is === 'template') Object.values(node.values).forEach(visit);
		if (node.is === 'shots') node.shots.forEach(({ content }) => visit(content));
		if (node.is === 'shots') {
			const [seconds] = lengthsOf(node);
			if (seconds! < 4 || seconds! > 15) faults.add('shots');
			if (
				node.shots.some(({ content }) =>
					flatten(content).every((part) => typeof part === 'string' && part.trim() === ''),
				)
			)
				faults.add('shots');
		}
		if (node.is === 'prompt' || node.is === 'template' || node.is === 'shots') {
			if (lengthsOf(node).length > 1) faults.add('shots');
			if (hasPlaceholder(flatten(node))) faults.add('mixed-placeholder');
		}
	}
}

/** Whether a placeholder is written by hand beside handles. Texts in a row are one text. */
function hasPlaceholder(row: readonly (string | MediaHandle)[]): boolean {
	const texts: string[] = [''];
	for (const part of row) {
		if (typeof part === 'string') texts[texts.length - 1] += part;
		else texts.push('');
	}
	return texts.length > 1 && texts.some((text) => /(?:^|[^0-9A-Za-z_])@(?:image|video|audio)[0-9]/.test(text));
}

/** Prompts with compositions in them, up to four levels deep. */
export const compositions = fc.integer({ min: 1, max: 4 }).chain((depth) => promptNode(depth, true));
