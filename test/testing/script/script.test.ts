import { describe, expect, test } from 'vitest';
import {
	accepted,
	createEmulator,
	failed,
	queued,
	type Reply,
	reply,
	running,
	succeeded,
} from '../../../src/testing/index.js';
import { post, request, start } from '../scripted.js';

describe('a script', () => {
	test('starts again for every task; a create can set its own', async () => {
		const create = [accepted(), accepted({ task: [failed()] }), accepted()];
		const { client } = start({ create, task: [queued(), succeeded()] });
		const ends = await Promise.allSettled([1, 2, 3].map(() => client.generate(request)));
		expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	});

	test('without entries is the same as none', async () => {
		const { client } = start({ create: [], task: [], download: [], queuedFor: 0, runningFor: 0 });
		await expect(client.generate(request)).resolves.toMatchObject({ ratio: '16:9' });
	});

	test('accepts a function as a reply', async () => {
		const teapot: Reply = (request, shape) => new Response(`${request.method} ${shape}`, { status: 418 });
		const { emulator } = start({ shape: 'ark', create: [teapot] });
		expect(await (await post(emulator.fetch)).text()).toBe('POST ark');
	});

	test('records when a query found the task started and ended', async () => {
		let now = 1_000_000;
		const { client } = start({ now: () => now, task: [queued(), running(), succeeded()] });
		const task = await client.submit(request);
		for (const time of [1_010_000, 1_020_000, 1_030_000, 1_040_000]) {
			now = time;
			await task.status();
		}
		expect((await task.status()).raw).toMatchObject({
			data: { submit_time: 1_000, start_time: 1_020, finish_time: 1_030 },
		});
	});

	test('accepts only the entries of its own option', () => {
		// @ts-expect-error A task step does not answer a create.
		createEmulator({ create: [queued()] });
		// @ts-expect-error `accepted` does not answer a query.
		createEmulator({ task: [accepted()] });
		// @ts-expect-error This status is not supported.
		expect(() => reply.error(418)).toThrow(TypeError);
	});
});
