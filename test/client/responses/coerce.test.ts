import { expect, test } from 'vitest';
import { toNumber, toShare, toTime } from '../../../src/client/responses/coerce.js';

test.each([
	['50%', 0.5],
	['50 %', 0.5],
	['50', 0.5],
	[50, 0.5],
	[1, 0.01],
	['100%', 1],
	[250, 1],
	[-5, 0],
	['', undefined],
	['soon', undefined],
	[undefined, undefined],
])('the progress %j is the share %j', (value, share) => {
	expect(toShare(value)).toBe(share);
});

test.each([
	[1_700_000_000, 1_700_000_000_000],
	['1700000000', 1_700_000_000_000],
	[1_700_000_000_000, 1_700_000_000_000],
	['2023-11-14T22:13:20Z', 1_700_000_000_000],
	[0, undefined],
	[-1, undefined],
	[1e300, undefined],
	['soon', undefined],
	['', undefined],
	[undefined, undefined],
])('the moment %j is %j in Unix milliseconds', (value, time) => {
	expect(toTime(value)).toBe(time);
});

test.each([
	[5, 5],
	['5', 5],
	['', undefined],
	['five', undefined],
	[Number.NaN, undefined],
])('the amount %j is the number %j', (value, number) => {
	expect(toNumber(value)).toBe(number);
});
