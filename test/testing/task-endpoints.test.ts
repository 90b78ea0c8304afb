import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/testing/index.js';
import { api, createTask, finished, headers, post, request, taskData } from './requests.js';

describe('a create request', () => {
	test('is answered with a queued task', async () => {
		const emulator = createEmulator({ now: () => 1_700_000_000_999 });
		const response = await post(emulator, request);
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			id: 'asyntask_00000001',
			task_id: 'asyntask_00000001',
			object: 'video',
			model: 'seedance-2.0-ultra',
			status: 'queued',
			progress: 0,
			created_at: 1_700_000_000,
		});
	});

	test('gets an id of its own', async () => {
		const emulator = createEmulator();
		expect(await createTask(emulator)).not.toBe(await createTask(emulator));
	});

	test('is refused if it breaks a rule', async () => {
		const emulator = createEmulator();
		const response = await post(emulator, { ...request, resolution: '4k' });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			code: 'invalid_request',
			message: expect.stringContaining('4k'),
			data: null,
		});
		expect(emulator.requests).toEqual([]);
	});

	test('is refused if its body is not JSON', async () => {
		const response = await createEmulator().fetch(api, { method: 'POST', headers, body: '{' });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ message: 'the body is not JSON' });
	});

	test('may be a Request object', async () => {
		const emulator = createEmulator();
		const body = JSON.stringify(request);
		const response = await emulator.fetch(new Request(api, { method: 'POST', headers, body }), {});
		expect(response.status).toBe(200);
		expect(emulator.requests).toEqual([request]);
	});
});

describe('a task', () => {
	test.each([
		[0, 'NOT_START', '0%', 'queued', 0, 0],
		[1_000, 'QUEUED', '0%', 'queued', 0, 0],
		[2_000, 'IN_PROGRESS', '50%', 'running', 1_002, 0],
		[5_000, 'IN_PROGRESS', '68%', 'running', 1_002, 0],
		[9_999, 'IN_PROGRESS', '99%', 'running', 1_002, 0],
		[10_000, 'SUCCESS', '100%', 'succeeded', 1_002, 1_010],
	])('has after %i ms the status %s, %s', async (elapsed, status, progress, upstream, start_time, finish_time) => {
		let now = 1_000_000;
		const emulator = createEmulator({ now: () => now, queuedFor: 2_000, runningFor: 8_000 });
		const id = await createTask(emulator);
		now += elapsed;
		expect(await taskData(emulator, id)).toMatchObject({
			task_id: id,
			action: 'generate',
			status,
			progress,
			submit_time: 1_000,
			start_time,
			finish_time,
			data: { id: 'cgt-00000001', status: upstream, created_at: 1_000, updated_at: Math.floor(now / 1000) },
		});
	});

	test('has a result only once it has succeeded', async () => {
		let now = 0;
		const emulator = createEmulator({ now: () => now, queuedFor: 10, runningFor: 10 });
		const id = await createTask(emulator);
		const running = await taskData(emulator, id);
		expect(running).toMatchObject({ fail_reason: '' });
		expect(running).not.toHaveProperty('result_url');
		expect(running.data).not.toHaveProperty('content');

		now = 20;
		const { result_url, fail_reason, data } = await taskData(emulator, id);
		expect(fail_reason).toBe(result_url);
		expect(data.content).toEqual({ video_url: result_url });
	});

	test('reports the options that the defaults and the model chose', async () => {
		const emulator = finished();
		expect((await taskData(emulator, await createTask(emulator))).data).toMatchObject({
			model: 'seedance-2.0-ultra',
			resolution: '720p',
			ratio: '16:9',
			duration: 5,
			generate_audio: true,
			usage: { completion_tokens: 108_000, total_tokens: 108_000 },
		});
	});

	test.each([
		['generate', [image('first_frame')]],
		['firstTailGenerate', [image('first_frame'), image('last_frame')]],
		['referenceGenerate', [image('reference_image')]],
		['omniGenerate', [{ type: 'video_url', video_url: { url: 'https://a.test/b.mp4' }, role: 'reference_video' }]],
	])('has the action %s, by its content', async (action, content) => {
		const emulator = createEmulator();
		const id = await createTask(emulator, { ...request, content });
		expect(await taskData(emulator, id)).toMatchObject({ action });
	});

	test('that does not exist is refused', async () => {
		const response = await createEmulator().fetch(`${api}/asyntask_1`, { headers });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({ code: 'task_not_exist', message: 'no task asyntask_1', data: null });
	});
});

function image(role: string) {
	return { type: 'image_url', image_url: { url: 'https://a.test/b.jpg' }, role };
}
