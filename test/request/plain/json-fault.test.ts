import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../../src/request/plain/json-fault.js';

test.each([
	['', 'end', 0],
	['{', 'end', 1],
	['{"a":1', 'end', 6],
	['{"a', 'end', 3],
	['[1,]', 'value', 3],
	['[,]', 'value', 1],
	['{,}', 'name', 1],
	['{"a":1,}', 'name', 7],
	["{'a':1}", 'name', 1],
	['{a:1}', 'name', 1],
	['{"a" 1}', 'colon', 5],
	['{"a":1 "b":2}', 'separator', 7],
	['[1}', 'separator', 2],
	['{} {}', 'rest', 3],
	['01', 'value', 0],
	['nul', 'value', 0],
	['[1.]', 'value', 1],
	['"a\nb"', 'control', 2],
	['"\\x41"', 'escape', 1],
	['"\\u12"', 'escape', 1],
] as const)('%j stops being JSON: %s', (text, problem, index) => {
	expect(jsonFault(text)).toStrictEqual({ problem, index });
});

test('a text has a fault only if JSON.parse refuses it', () => {
	const tokens = [
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"a"',
		'"\\n"',
		'"\\',
		'1',
		'-0.5e+3',
		'01',
		'true',
		'nul',
		' ',
		'\n',
		'\t',
		'\v',
		"'",
	];
	const text = fc.oneof(
		fc
			.json()
			.chain((json) =>
				fc.tuple(fc.nat(json.length), fc.nat(3)).map(([at, cut]) => json.slice(0, at) + json.slice(at + cut)),
			),
		fc.array(fc.constantFrom(...tokens), { maxLength: 8 }).map((parts) => parts.join('')),
		fc.string({ unit: 'binary' }),
	);
	fc.assert(
		fc.property(text, (text) => {
			expect(jsonFault(text) === undefined).toBe(isJson(text));
		}),
		{ numRuns: 5_000, seed: 1 },
	);
});

// Each prefix of JSON is JSON that ends too early, or whole: no earlier place is wrong.
test('a fault is nowhere in the right beginning of a text', () => {
	fc.assert(
		fc.property(fc.json(), fc.nat(), (json, at) => {
			const beginning = json.slice(0, at % json.length);
			const { problem, index } = jsonFault(beginning) ?? { problem: 'none', index: 0 };
			// A number or a word may be cut, or an escape.
			const isCut =
				['value', 'escape'].includes(problem) && /\\\w*$|[\w.+-]+$/.exec(beginning.slice(index))?.index === 0;
			expect(problem === 'none' || isCut || (problem === 'end' && index === beginning.length)).toBe(true);
		}),
		{ numRuns: 2_000, seed: 1 },
	);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
