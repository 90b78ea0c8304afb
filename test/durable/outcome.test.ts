import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { timeLeft } from '../../src/durable/outcome.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test.each([
	['began now', '2026-11-26T12:00:00.000Z', 70_000],
	['began a minute ago', '2026-11-26T11:59:00.000Z', 10_000],
	['began long ago', '2026-11-26T11:00:00.000Z', -3_530_000],
	['began in the future of another clock', '2026-11-26T13:00:00.000Z', 70_000],
	['has no time', 'soon', 0],
])('a request that %s', (_, at, expected) => {
	expect(timeLeft({ state: 'sending', fingerprint: '', run: '', at, timeout: 60_000 })).toBe(expected);
});
