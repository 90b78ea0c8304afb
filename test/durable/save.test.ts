import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSteps } from '../../src/durable/index.js';
import { createEmulator } from '../../src/testing/index.js';
import { clientOf, rejection, request } from '../client/fake-api.js';
import { entriesOf, testStore } from './fixtures.js';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'durable-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a video is saved, by another process too', async () => {
	const { store, fetch } = await setUp();
	const path = await createSteps(clientOf(fetch), testStoreOf(store)).save('order', join(folder, 'a.mp4'));
	expect(path).toBe(join(folder, 'a.mp4'));
	expect((await readFile(path)).toString('latin1', 4, 8)).toBe('ftyp');
	expect(await readdir(folder)).toEqual(['a.mp4']);
});

test('a video that is saved is not downloaded again', async () => {
	const { steps, downloads } = await setUp();
	await steps.save('order', join(folder, 'a.mp4'));
	await steps.save('order', join(folder, 'a.mp4'));
	expect(downloads()).toBe(1);
});

test('a file that a broken run has left is replaced', async () => {
	const { steps, store } = await setUp();
	const path = join(folder, 'a.mp4');
	await steps.check('order');
	const entry = JSON.parse(store.values.get('order:1')!) as object;
	store.values.set('order:1', JSON.stringify({ ...entry, file: { path, isWhole: false } }));
	await writeFile(path, 'a part');
	await steps.save('order', path);
	expect((await readFile(path)).toString('latin1', 4, 8)).toBe('ftyp');
});

test('a file that no run has written stays, each time', async () => {
	const { steps, downloads } = await setUp();
	const path = join(folder, 'a.mp4');
	await writeFile(path, 'mine');
	for (const _ of [1, 2]) {
		expect(await rejection(steps.save('order', path))).toMatchObject({ name: 'SaveError', code: 'EEXIST' });
	}
	expect(await readFile(path, 'utf8')).toBe('mine');
	expect(downloads()).toBe(0);
	await expect(steps.save('order', path, { overwrite: true })).resolves.toBe(path);
});

test('a video that was removed is downloaded again', async () => {
	const { steps, downloads } = await setUp();
	const path = await steps.save('order', join(folder, 'a.mp4'));
	await rm(path);
	await steps.save('order', path);
	expect(downloads()).toBe(2);
});

test('the journal has the path, and whether the file is whole', async () => {
	const { steps, store } = await setUp();
	const path = await steps.save('order', join(folder, 'a.mp4'));
	expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'done', file: { path, isWhole: true } } });
});

test('a task that has not ended is named', async () => {
	const { fetch } = createEmulator({ runningFor: 60_000 });
	const steps = createSteps(clientOf(fetch), testStore());
	await steps.submit('order', request);
	expect(await rejection(steps.save('order', join(folder, 'a.mp4')))).toMatchObject({
		message: 'key "order" has no video yet: call save() once check() is done',
	});
});

/** Steps with a task that has ended. */
async function setUp() {
	const emulator = createEmulator({ queuedFor: 0, runningFor: 0 });
	const fetch = vi.fn(emulator.fetch);
	const store = testStore();
	const steps = createSteps(clientOf(fetch), store);
	await steps.submit('order', request);
	return {
		store,
		steps,
		fetch,
		downloads: () => fetch.mock.calls.filter(([url]) => !(url as string).includes('/v1/')).length,
	};
}

/** A copy of a store, as another process reads it. */
function testStoreOf({ values }: { readonly values: ReadonlyMap<string, string> }) {
	const copy = testStore();
	for (const [key, value] of values) copy.values.set(key, value);
	return copy;
}
