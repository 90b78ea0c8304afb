import { describe, expect, test } from 'vitest';
import { pixels, spec } from '../../src/spec.js';
import { createEmulator, type Emulator } from '../../src/testing/index.js';

const api = spec.baseUrl + spec.path;
const headers = { authorization: 'Bearer test' };
const request = {
	model: spec.model,
	content: [{ type: 'text', text: 'A cat plays the piano' }],
	resolution: '720p',
};

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

	test('is refused where it breaks a rule', async () => {
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

	test('is refused where its body is not JSON', async () => {
		const response = await createEmulator().fetch(api, { method: 'POST', headers, body: '{' });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ message: 'the body is not JSON' });
	});

	test('may come as a Request', async () => {
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
	])('stands after %i ms at %s, %s', async (elapsed, status, progress, upstream, start_time, finish_time) => {
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

	test('tells what the defaults and the model chose', async () => {
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
	])('is called %s by its content', async (action, content) => {
		const emulator = createEmulator();
		const id = await createTask(emulator, { ...request, content });
		expect(await taskData(emulator, id)).toMatchObject({ action });
	});

	test('that nobody created is refused', async () => {
		const response = await createEmulator().fetch(`${api}/asyntask_1`, { headers });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({ code: 'task_not_exist', message: 'no task asyntask_1', data: null });
	});
});

describe('the video', () => {
	test.each([
		['720p', '21:9', 4],
		['1080p', '9:16', 15],
		['2k', '16:9', 8],
	] as const)('has the size and length asked for: %s, %s, %i s', async (resolution, ratio, duration) => {
		const emulator = finished();
		const url = await videoUrl(emulator, { ...request, resolution, ratio, duration });
		const response = await emulator.fetch(url);
		const mp4 = new DataView(await response.arrayBuffer());

		expect(response.headers.get('content-type')).toBe('video/mp4');
		expect(response.headers.get('content-length')).toBe(String(mp4.byteLength));
		expect(boxAt(mp4, 'tkhd', 80, 84)).toEqual(pixels[resolution][ratio].map((side) => side * 0x10000));
		expect(boxAt(mp4, 'mvhd', 16, 20)).toEqual([24, 24 * duration]);
	});

	test('is 16:9 and 5 s long where the request leaves both open', async () => {
		const emulator = finished();
		const response = await emulator.fetch(await videoUrl(emulator, { ...request, ratio: 'adaptive' }));
		const mp4 = new DataView(await response.arrayBuffer());
		expect(boxAt(mp4, 'tkhd', 80, 84)).toEqual([1280 * 0x10000, 720 * 0x10000]);
		expect(boxAt(mp4, 'mvhd', 16, 20)).toEqual([24, 120]);
	});

	test('is not there before the task has succeeded', async () => {
		let now = 1_000;
		const emulator = createEmulator({ now: () => now });
		const id = await createTask(emulator);
		now = 2_000;
		const { result_url } = await taskData(emulator, id);
		now = 1_000;
		expect((await emulator.fetch(result_url)).status).toBe(404);
	});

	test('is refused to a request that carries a key', async () => {
		const emulator = finished();
		const url = await videoUrl(emulator);
		const response = await emulator.fetch(url, { headers });
		expect(response.status).toBe(400);
		expect(await response.text()).toBe(`${url} was sent an Authorization header: a key is for the API alone`);
	});

	test('is there to be fetched, and nothing else', async () => {
		const emulator = finished();
		const response = await emulator.fetch(await videoUrl(emulator), { method: 'DELETE' });
		expect(response.status).toBe(405);
	});

	test.each([
		['bytes=0-3', 0, 4],
		['bytes=100-', 100, undefined],
		['bytes=-10', -10, undefined],
		['bytes=5000-99999', 5000, undefined],
	])('is served in part: %s', async (range, start, end) => {
		const emulator = finished();
		const url = await videoUrl(emulator);
		const whole = await (await emulator.fetch(url)).bytes();
		const expected = whole.subarray(start, end);
		const response = await emulator.fetch(url, { headers: { range } });

		expect(response.status).toBe(206);
		expect(await response.bytes()).toEqual(expected);
		const { byteOffset, length } = expected;
		expect(response.headers.get('content-range')).toBe(
			`bytes ${byteOffset}-${byteOffset + length - 1}/${whole.length}`,
		);
		expect(response.headers.get('content-length')).toBe(String(length));
		expect(response.headers.get('accept-ranges')).toBe('bytes');
	});

	test.each(['bytes=-', 'bytes=9-5', 'bytes=0-1,4-5', 'frames=1-2'])(
		'is served whole to a range that cannot be read: %s',
		async (range) => {
			const emulator = finished();
			const response = await emulator.fetch(await videoUrl(emulator), { headers: { range } });
			expect(response.status).toBe(200);
			expect(response.headers.has('content-range')).toBe(false);
		},
	);

	test.each(['bytes=999999-', 'bytes=-0'])('has no part beyond its end: %s', async (range) => {
		const emulator = finished();
		const response = await emulator.fetch(await videoUrl(emulator), { headers: { range } });
		expect(response.status).toBe(416);
		expect(response.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
	});

	test('breaks off where the download is aborted', async () => {
		const emulator = finished();
		const controller = new AbortController();
		const response = await emulator.fetch(await videoUrl(emulator), { signal: controller.signal });
		const reader = response.body!.getReader();
		expect((await reader.read()).value).toHaveLength(4096);

		const reason = new Error('enough');
		controller.abort(reason);
		await expect(reader.read()).rejects.toBe(reason);
	});
});

describe('the last frame', () => {
	test('is served as a PNG of the size of the video where it was asked for', async () => {
		const emulator = finished();
		const id = await createTask(emulator, { ...request, return_last_frame: true });
		const { last_frame_url } = (await taskData(emulator, id)).data.content;
		const response = await emulator.fetch(last_frame_url);
		const png = new DataView(await response.arrayBuffer());

		expect(response.headers.get('content-type')).toBe('image/png');
		expect(png.getUint32(0)).toBe(0x89504e47);
		expect([png.getUint32(16), png.getUint32(20)]).toEqual([1280, 720]);
	});
});

describe('the emulator', () => {
	test.each([{}, { authorization: 'test' }, { authorization: 'Bearer ' }])('wants a key: %o', async (sent) => {
		const emulator = createEmulator();
		const response = await emulator.fetch(`${api}/asyntask_1`, { headers: sent as Record<string, string> });
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual({
			error: { message: 'Invalid API key', type: 'authentication_error', code: 'invalid_api_key' },
		});
	});

	test('counts creates and polls, refused ones too', async () => {
		const emulator = createEmulator();
		await post(emulator, request);
		await post(emulator, {});
		await emulator.fetch(api, { method: 'POST' });
		await emulator.fetch(`${api}/asyntask_1`, { headers });
		expect(emulator).toMatchObject({ creates: 3, polls: 1, requests: [request] });
	});

	test('answers 404 to what the API has no route for', async () => {
		const response = await createEmulator().fetch(`${spec.baseUrl}/v1/videos`, { headers });
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ error: { message: 'Invalid URL (GET /v1/videos)' } });
	});

	test('reaches no other host', async () => {
		await expect(createEmulator().fetch('https://example.com/a?b')).rejects.toThrow(
			new TypeError(
				'Failed to fetch (https://example.com/a?b: the emulator serves only https://ai.alad.com and https://emulator.seedance.test)',
			),
		);
	});

	test('rejects with the reason of a signal that is aborted already', async () => {
		const emulator = createEmulator();
		const reason = new Error('enough');
		await expect(emulator.fetch(api, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		expect(emulator.polls).toBe(0);
	});

	test('rejects with the reason of a signal that is aborted meanwhile', async () => {
		const emulator = createEmulator();
		const controller = new AbortController();
		const reason = new Error('enough');
		const body = JSON.stringify(request);
		const answer = emulator.fetch(api, { method: 'POST', headers, body, signal: controller.signal });
		controller.abort(reason);
		await expect(answer).rejects.toBe(reason);
	});
});

function image(role: string) {
	return { type: 'image_url', image_url: { url: 'https://a.test/b.jpg' }, role };
}

/** An emulator whose tasks have succeeded as soon as they are created. */
function finished(): Emulator {
	return createEmulator({ now: () => 0, queuedFor: 0, runningFor: 0 });
}

function post(emulator: Emulator, body: unknown): Promise<Response> {
	return emulator.fetch(api, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function createTask(emulator: Emulator, body: unknown = request): Promise<string> {
	const response = await post(emulator, body);
	return ((await response.json()) as { task_id: string }).task_id;
}

/** What the tests read of a task's record. */
interface TaskData {
	readonly result_url: string;
	readonly fail_reason: string;
	readonly data: { readonly content: { readonly video_url: string; readonly last_frame_url: string } };
}

async function taskData(emulator: Emulator, id: string): Promise<TaskData> {
	const response = await emulator.fetch(`${api}/${id}`, { headers });
	return ((await response.json()) as { data: TaskData }).data;
}

async function videoUrl(emulator: Emulator, body: unknown = request): Promise<string> {
	return (await taskData(emulator, await createTask(emulator, body))).result_url;
}

/** Numbers of 32 bits in the first box of a type, at offsets from the box's name. */
function boxAt(mp4: DataView, type: string, ...offsets: number[]): number[] {
	const name = new TextDecoder('latin1').decode(mp4.buffer).indexOf(type);
	return offsets.map((offset) => mp4.getUint32(name + offset));
}
