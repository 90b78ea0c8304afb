import { afterEach, expect, test, vi } from 'vitest';
import { retryAfter } from '../../../src/client/responses/retry-after.js';

afterEach(() => vi.useRealTimers());

test.each([
	['4', 4_000],
	['0', 0],
	['1.5', 1_500],
	['Tue, 14 Nov 2023 22:13:30 GMT', 10_000],
	['Tue, 14 Nov 2023 22:13:00 GMT', 0],
	['soon', undefined],
	['', undefined],
])('Retry-After %j is %j ms', (value, expected) => {
	vi.useFakeTimers({ now: 1_700_000_000_000 });
	expect(retryAfter(new Headers({ 'retry-after': value }))).toBe(expected);
});

test('an answer without Retry-After asks for nothing', () => {
	expect(retryAfter(new Headers())).toBeUndefined();
});
