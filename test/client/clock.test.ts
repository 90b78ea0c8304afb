import { expect, test } from 'vitest';
import { systemClock } from '../../src/client/clock.js';

test('a pause ends by itself', async () => {
	const before = systemClock.now();
	await systemClock.sleep(2, new AbortController().signal);
	expect(systemClock.now() - before).toBeGreaterThanOrEqual(1);
});

test('an abort ends a pause at once, with its reason', async () => {
	const controller = new AbortController();
	const pause = systemClock.sleep(60_000, controller.signal);
	controller.abort('enough');
	await expect(pause).rejects.toBe('enough');
});

test('a pause with an aborted signal never begins', async () => {
	await expect(systemClock.sleep(60_000, AbortSignal.abort('enough'))).rejects.toBe('enough');
});
