import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonWithin, parseJson, parsePartialJson } from '../../../src/client/responses/json.js';

test.each([
	['{"task_id":"task-1"', { task_id: 'task-1' }],
	['{"task_id":"task-1","x', { task_id: 'task-1' }],
	['{"task_id":"task-1","x":', { task_id: 'task-1' }],
	['{"task_id":"task-1","x":12', { task_id: 'task-1' }],
	['{"task_id":"task-1","x":tru', { task_id: 'task-1' }],
	['{"x":12,"y', { x: 12 }],
	['{"x":12', {}],
	['{"x":12 ', { x: 12 }],
	['{"x": -1.5e3\n', { x: -1500 }],
	['{"x":tru ', {}],
	['{"task_id":"task-1","x":<html> no ', { task_id: 'task-1' }],
	['{"x":[1, 2 ', { x: [1, 2] }],
	['{"data":{"task_id":"task-1"', { data: { task_id: 'task-1' } }],
	['{"data":[{"id":"a"},{"id":"b', { data: [{ id: 'a' }, {}] }],
	['{"a":"\\"{[,","b":"c', { a: '"{[,' }],
	['{"a":"\\', {}],
	['{"a":"\\u00', {}],
	['{"task_id":"tas', {}],
	['{"task_id', {}],
	['{', {}],
	['[', []],
	['  {"a":1,', { a: 1 }],
	['{"a":1}{"a":2}', { a: 1 }],
	['{"a":1}}', { a: 1 }],
	['{"a":1} <html>', { a: 1 }],
	['"text"', 'text'],
	['null', null],
])('the beginning %s is read', (text, value) => {
	expect(parsePartialJson(text)).toEqual(value);
});

test.each(['', ' ', '}', ']', 'x', '<html>{}', 'data: {"a":1}', '"tex', '{"a" "b"', '{"a":"b" "c"', '12'.slice(0, 0)])(
	'%j is no beginning of JSON that has a value',
	(text) => {
		expect(parsePartialJson(text)).toBeUndefined();
	},
);

test('of each prefix of any JSON, the result has only values of the whole', () => {
	fc.assert(
		fc.property(fc.json({ maxDepth: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
			const prefix = text.slice(0, Math.floor(text.length * share));
			const part = parsePartialJson(prefix);
			if (part !== undefined && /^\s*[{[]/.test(text)) expectWithin(part, JSON.parse(text));
		}),
		{ seed: 17, numRuns: 2_000 },
	);
});

test('every prefix of an answer keeps all that is complete', () => {
	const text = JSON.stringify({
		code: 'x',
		data: { task_id: 'task-1', list: [1, 'two', null, { a: true }], n: 12.5 },
		z: 'é"\\',
	});
	for (let end = 1; end <= text.length; end += 1) {
		const part = parsePartialJson(text.slice(0, end)) as { data?: { task_id?: string } };
		expectWithin(part, JSON.parse(text));
		expect(part.data?.task_id).toBe(end >= text.indexOf('task-1"') + 7 ? 'task-1' : undefined);
	}
});

test('long and deep texts take linear time', () => {
	// With a quadratic step, each of these takes hours.
	for (const text of [
		'['.repeat(4e6),
		'{"a":'.repeat(1e6),
		'"'.repeat(4e6),
		'\\'.repeat(4e6),
		`"${'\\'.repeat(4e6)}`,
		'{"a":1,'.repeat(6e5),
	]) {
		parsePartialJson(text);
		jsonWithin(text);
	}
});

test('a quoted object is found', () => {
	expect(jsonWithin('bad response: {"error":{"code":"x"}} (500)')).toEqual({ error: { code: 'x' } });
	expect(jsonWithin('no object')).toBeUndefined();
	expect(parseJson('{')).toBeUndefined();
});

/** Fails unless each value of `part` stands at the same place of `whole`. */
function expectWithin(part: unknown, whole: unknown): void {
	expect({ part, whole, isWithin: isWithin(part, whole) }).toMatchObject({ isWithin: true });
}

function isWithin(part: unknown, whole: unknown): boolean {
	if (typeof part !== 'object' || part === null) return part === whole;
	if (typeof whole !== 'object' || whole === null || Array.isArray(part) !== Array.isArray(whole)) return false;
	return Object.entries(part).every(
		([key, value]) => Object.hasOwn(whole, key) && isWithin(value, (whole as Record<string, unknown>)[key]),
	);
}
