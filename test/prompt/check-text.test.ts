import { expect, test } from 'vitest';
import { dialogue, InvalidRequestError, normalizeReferences } from '../../src/index.js';

const functions: readonly ((text: never) => unknown)[] = [dialogue, normalizeReferences];

const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Values that are not strings, and what the message says of them. */
const values: readonly (readonly [unknown, string])[] = [
	[undefined, 'is missing'],
	[null, 'is null'],
	[5, 'is 5'],
	[true, 'is true'],
	[5n, 'is a bigint'],
	[Symbol('cat'), 'is a symbol'],
	[['A cat'], 'is a list'],
	[new String('A cat'), 'is an object'],
	[Object.create(null), 'is an object'],
	[() => 'A cat', 'is a function'],
	[revoked.proxy, 'is an object'],
];

test.each(functions)('$name refuses a value that is not a string in a sentence', (call) => {
	for (const [value, found] of values) {
		const error = thrownBy(() => call(value as never));
		expect(error).toBeInstanceOf(InvalidRequestError);
		expect((error as InvalidRequestError).issues).toStrictEqual([
			{ rule: 'shape', path: [], message: `text ${found}: give a string` },
		]);
	}
});

function thrownBy(run: () => unknown): unknown {
	try {
		return run();
	} catch (error) {
		return error;
	}
}
