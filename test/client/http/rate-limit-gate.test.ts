import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/client/clock.js';
import { rateLimitGate } from '../../../src/client/http/rate-limit-gate.js';
import { clientOf, json, rejection, request, succeeded } from '../fake-api.js';
import { fakeClock } from '../fake-clock.js';

test('an open gate delays nothing', async () => {
	const { clock, pauses } = fakeClock();
	await rateLimitGate(1_000, clock).wait(Infinity, undefined);
	expect(pauses).toEqual([]);
});

test.each([
	['as long as the server asks', '4', 4_000],
	['for the interval at least', '0', 1_000],
	['for a minute at most', '3600', 60_000],
])('after HTTP 429 it is closed %s', async (_, asked, pause) => {
	const { clock, pauses } = fakeClock();
	const gate = rateLimitGate(1_000, clock);
	gate.close(new Headers({ 'retry-after': asked }));
	await gate.wait(Infinity, undefined);
	await gate.wait(Infinity, undefined);
	expect(pauses).toEqual([pause]);
});

test('a wait ends with its patience', async () => {
	const { clock, pauses } = fakeClock();
	const gate = rateLimitGate(1_000, clock);
	gate.close(new Headers({ 'retry-after': '4' }));
	await gate.wait(500, undefined);
	expect(pauses).toEqual([500]);
});

test('a wait is extended when the gate is closed again', async () => {
	const { clock, pauses } = fakeClock();
	const gate = rateLimitGate(1_000, {
		now: clock.now,
		async sleep(milliseconds) {
			await clock.sleep(milliseconds);
			if (pauses.length === 1) gate.close(new Headers());
		},
	});
	gate.close(new Headers());
	await gate.wait(Infinity, undefined);
	expect(pauses).toEqual([1_000, 1_000]);
});

test('a wait ends when it is aborted', async () => {
	const gate = rateLimitGate(60_000, systemClock);
	gate.close(new Headers());
	expect(await rejection(gate.wait(Infinity, AbortSignal.timeout(5)))).toMatchObject({ name: 'TimeoutError' });
});

test('HTTP 429 to one call of a batch delays the others', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
	const sentAt: number[] = [];
	const began = performance.now();
	const client = clientOf(async (_, init) => {
		if (init?.method !== 'POST') return succeeded();
		sentAt.push(performance.now() - began);
		if (sentAt.length === 1) return json({}, 429, { 'retry-after': '4' })();
		return Response.json({ task_id: `task-${sentAt.length}` });
	});
	const reading = (async () => {
		for await (const _ of client.generateAll([request, request, request], { concurrency: 1 }));
	})();
	const isOver = reading.then(() => true);
	const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
	while (!(await Promise.race([isOver, nextTick()]))) await vi.runAllTimersAsync();
	expect(sentAt[0]).toBe(0);
	expect(sentAt.slice(1).every((time) => time >= 4_000)).toBe(true);
	expect(sentAt).toHaveLength(4);
	vi.useRealTimers();
});
