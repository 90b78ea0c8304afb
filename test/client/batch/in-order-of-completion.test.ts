import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inOrderOfCompletion } from '../../../src/client/batch/in-order-of-completion.js';
import { rejection } from '../fake-api.js';
import { bundledScript } from '../../node/bundled-script.js';

test('outcomes come in order of completion, with the index of the item', async () => {
	const settling = inOrderOfCompletion([30, 1, 10], 3, async (pause, index) => sleep(pause).then(() => index));
	expect(await all(settling)).toEqual([1, 2, 0]);
});

test('no more than `concurrency` run at a time', async () => {
	let running = 0;
	let most = 0;
	const settle = async (): Promise<void> => {
		most = Math.max(most, ++running);
		await sleep(1);
		running -= 1;
	};
	await all(inOrderOfCompletion(Array.from({ length: 20 }), 4, settle));
	expect(most).toBe(4);
});

test('an item is taken only when it is started', async () => {
	let taken = 0;
	function* items() {
		for (; taken < 5; taken += 1) yield taken;
	}
	for await (const index of inOrderOfCompletion(items(), 1, async (item) => item)) expect(taken).toBe(index);
});

test('items of an AsyncIterable are settled while the next one is waited for', async () => {
	async function* items() {
		yield 1;
		await sleep(50);
		yield 2;
	}
	const seen: number[] = [];
	for await (const item of inOrderOfCompletion(items(), 2, async (item) => item)) {
		seen.push(item);
		if (item === 1) seen.push(-1);
	}
	expect(seen).toEqual([1, -1, 2]);
});

test('the error of the items comes after the outcomes of those that ran', async () => {
	async function* items() {
		yield 1;
		yield 2;
		throw new Error('row 3 is broken');
	}
	const seen: number[] = [];
	const reading = (async () => {
		for await (const item of inOrderOfCompletion(items(), 3, async (item) => sleep(10).then(() => item)))
			seen.push(item);
	})();
	expect(await rejection(reading)).toMatchObject({ message: 'row 3 is broken' });
	expect(seen).toEqual([1, 2]);
});

test('leaving takes until what runs has settled, and starts nothing more', async () => {
	const log: string[] = [];
	const settling = inOrderOfCompletion([1, 2, 3, 4], 2, async (item, _, leave) => {
		log.push(`start ${item}`);
		await sleep(item === 1 ? 1 : 50);
		log.push(`end ${item}, ${leave.aborted}`);
		return item;
	});
	await settling.next();
	await settling.return();
	expect(log).toEqual(['start 1', 'start 2', 'end 1, false', 'end 2, true']);
});

test('leaving does not wait for items that never come', async () => {
	const never: AsyncIterable<number> = {
		[Symbol.asyncIterator]: () => {
			let count = 0;
			return { next: () => (count++ === 0 ? Promise.resolve({ done: false, value: 1 }) : new Promise(() => {})) };
		},
	};
	const settling = inOrderOfCompletion(never, 2, async (item) => item);
	expect(await settling.next()).toEqual({ done: false, value: 1 });
	expect(await settling.return()).toEqual({ done: true, value: undefined });
});

test('a list that was waited for when the loop was left is closed when it answers', async () => {
	let isClosed = false;
	async function* items() {
		try {
			yield 1;
			await sleep(20);
			yield 2;
		} finally {
			isClosed = true;
		}
	}
	const settling = inOrderOfCompletion(items(), 2, async (item) => item);
	await settling.next();
	await settling.return();
	expect(isClosed).toBe(false);
	await sleep(60);
	expect(isClosed).toBe(true);
});

test('outcomes that were yielded are not kept while one item is slow', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'batch-'));
	try {
		const script = await bundledScript(folder, 'batch', keeps);
		const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script]);
		// 300 outcomes of 1 MB each have passed.
		expect(Number(stdout)).toBeLessThan(30e6);
	} finally {
		await rm(folder, { recursive: true });
	}
});

const keeps = `
import { inOrderOfCompletion } from './client/batch/in-order-of-completion.ts';
let finish;
const slow = new Promise((resolve) => (finish = resolve));
const settle = async (item) => (item === 0 ? slow : Buffer.alloc(1e6, item));
let count = 0;
let before;
for await (const _ of inOrderOfCompletion(Array.from({ length: 301 }, (_, index) => index), 3, settle)) {
	count += 1;
	if (count === 5) before = used();
	if (count === 300) {
		process.stdout.write(String(used() - before));
		finish();
	}
}
function used() {
	gc();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
`;

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function all<T>(settling: AsyncIterable<T>): Promise<T[]> {
	const seen: T[] = [];
	for await (const one of settling) seen.push(one);
	return seen;
}
