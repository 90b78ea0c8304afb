import { describe, expect, test } from 'vitest';
import { poll, type Poll, type PollOptions } from '../../../src/client/task/poll.js';
import { fakeClock } from '../fake-clock.js';

const polling = { interval: 5_000, maxInterval: 15_000, deadline: 1_800_000 };

test('the first look is at once', async () => {
	const { clock, pauses } = fakeClock();
	expect(await poll(looks({ done: 'video' }), { ...polling, clock })).toBe('video');
	expect(pauses).toEqual([]);
});

describe('the pauses', () => {
	test('grow from the interval to the longest', async () => {
		expect(await pausesOf({ chance: 0 })).toEqual([5_000, 7_500, 10_000, 10_000, 10_000]);
		expect(await pausesOf({ chance: 1 })).toEqual([7_500, 11_250, 15_000, 15_000, 15_000]);
	});

	test('stay as they are where interval and longest are the same', async () => {
		expect(await pausesOf({ chance: 0.5, maxInterval: 5_000 })).toEqual([5_000, 5_000, 5_000, 5_000, 5_000]);
	});
});

describe('the deadline', () => {
	test('ends the polling after one last look', async () => {
		const { clock, pauses } = fakeClock();
		const timesLeft: number[] = [];
		const look = async (timeLeft: number): Promise<Poll<string>> => {
			timesLeft.push(timeLeft);
			return {};
		};
		expect(await poll(look, { ...polling, deadline: 8_000, clock })).toBeUndefined();
		expect(pauses).toEqual([5_000, 3_000]);
		expect(timesLeft).toEqual([8_000, 3_000, 0]);
	});

	test('of nothing leaves one look', async () => {
		const { clock } = fakeClock();
		expect(await poll(looks({ done: 'video' }), { ...polling, deadline: 0, clock })).toBe('video');
		expect(await poll(looks({}), { ...polling, deadline: 0, clock })).toBeUndefined();
	});
});

test('what a look throws ends the polling', async () => {
	const { clock } = fakeClock();
	const look = async (): Promise<never> => {
		throw new Error('over');
	};
	await expect(poll(look, { ...polling, clock })).rejects.toThrow('over');
});

test('the signal reaches the pause', async () => {
	const { clock } = fakeClock();
	const signal = AbortSignal.abort('enough');
	await expect(poll(looks({}), { ...polling, clock, signal })).rejects.toBe('enough');
});

function looks(...seen: readonly Poll<string>[]): () => Promise<Poll<string>> {
	let index = 0;
	return async () => seen[Math.min(index++, seen.length - 1)] ?? {};
}

async function pausesOf({ chance, ...rest }: { chance: number } & Partial<PollOptions>): Promise<readonly number[]> {
	const { clock, pauses } = fakeClock(chance);
	await poll(looks({}, {}, {}, {}, {}, { done: 'video' }), { ...polling, ...rest, clock });
	return pauses;
}
