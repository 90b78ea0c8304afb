import { describe, expect, test } from 'vitest';
import { ApiError, TaskFailedError, TaskTimeoutError } from '../../../src/errors/index.js';
import {
	cancelled,
	expired,
	failed,
	moderated,
	queued,
	type Reply,
	reply,
	running,
	succeeded,
	unknownStatus,
} from '../../../src/testing/index.js';
import { rejection, request, shapes, stalled, start, timeLimit, timeout } from '../scripted.js';

describe('a wait', () => {
	test.each([401, 404] as const)('that is refused with %i is an ApiError', async (status) => {
		const { emulator, client } = start({ task: [running(), reply.error(status)] });
		const error = await rejection(client.generate(request));
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ status, taskId: 'asyntask_00000001' });
		expect(emulator.polls).toBe(2);
	});

	test.each<[string, Reply]>([
		['429', reply.rateLimited({ retryAfter: 0 })],
		['500', reply.error(500)],
		['503', reply.error(503)],
		['a drop', reply.dropped()],
		['no connection', reply.unreachable()],
		['HTML', reply.html()],
		['an empty 200', reply.empty()],
		['truncated JSON', reply.truncated()],
		['an answer without data', reply.noData()],
		['a slow body', stalled],
		['a timeout', timeout],
	])('survives %s', async (_, answer) => {
		const { emulator, client } = start({ task: [queued(), answer, running(70), succeeded()] }, timeLimit(answer));
		await expect(client.generate(request)).resolves.toMatchObject({ taskId: 'asyntask_00000001' });
		expect(emulator).toMatchObject({ creates: 1, polls: 4 });
	});

	test.each([
		['failed', failed(), { kind: 'server', code: 'InternalServiceError' }],
		['failed', moderated(), { kind: 'output-moderation', code: 'OutputVideoSensitiveContentDetected' }],
		['cancelled', cancelled(), {}],
		['expired', expired(), {}],
	] as const)('for a task that ends as %s is a TaskFailedError in every shape', async (status, end, facts) => {
		for (const shape of shapes) {
			const { client } = start({ shape, task: [running(), end] });
			const error = await rejection(client.generate(request));
			expect(error).toBeInstanceOf(TaskFailedError);
			expect(error).toMatchObject({ status, ...facts });
		}
	});

	test.each([0, 1, 2, 3])('reports why a task failed, quoted %i times, in every shape', async (quoted) => {
		for (const shape of shapes) {
			const { client } = start({ shape, task: [moderated({ message: 'Not this.', quoted })] });
			const error = await rejection(client.generate(request));
			expect(error).toMatchObject({ name: 'TaskFailedError', code: 'OutputVideoSensitiveContentDetected' });
			expect((error as TaskFailedError).reason).toContain('Not this.');
		}
	});

	test('continues after an unknown status', async () => {
		const { client } = start({ task: [unknownStatus('PAUSED'), succeeded()] });
		const seen: string[] = [];
		await client.generate(request, { onProgress: ({ status }) => seen.push(status) });
		expect(seen).toEqual(['unknown', 'succeeded']);
	});

	test('ends at the deadline if the unknown status never changes', async () => {
		const { client } = start({ task: [queued(), unknownStatus('PAUSED')] });
		const error = await rejection(client.generate(request, { deadline: 20 }));
		expect(error).toBeInstanceOf(TaskTimeoutError);
		expect(error).toMatchObject({ rawStatus: 'PAUSED' });
	});

	test.each(['SUCCESS', 'succeeded', 'completed'])('recognises success as %s in every shape', async (spelling) => {
		for (const shape of shapes) {
			const { emulator, client } = start({ shape, task: [queued(), running(), succeeded({ spelling })] });
			const { videoUrl } = await client.generate(request);
			expect((await emulator.fetch(videoUrl)).status).toBe(200);
			expect(emulator).toMatchObject({ creates: 1, polls: 3 });
		}
	});

	test('reports the progress of the script', async () => {
		const { client } = start({
			task: [queued({ spelling: '' }), running(30, { spelling: 'generating' }), succeeded()],
		});
		const seen: unknown[] = [];
		await client.generate(request, { onProgress: ({ status, progress }) => seen.push([status, progress]) });
		expect(seen).toEqual([
			['queued', 0],
			['running', 0.3],
			['succeeded', 1],
		]);
	});
});
