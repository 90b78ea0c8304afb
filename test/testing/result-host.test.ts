import { describe, expect, test } from 'vitest';
import { pixels } from '../../src/spec.js';
import { createEmulator } from '../../src/testing/index.js';
import { createTask, finished, headers, request, taskData, videoUrl } from './requests.js';

describe('the video', () => {
	test.each([
		['720p', '21:9', 4],
		['1080p', '9:16', 15],
		['2k', '16:9', 8],
	] as const)('has the requested size and length: %s, %s, %i s', async (resolution, ratio, duration) => {
		const emulator = finished();
		const url = await videoUrl(emulator, { ...request, resolution, ratio, duration });
		const response = await emulator.fetch(url);
		const mp4 = new DataView(await response.arrayBuffer());

		expect(response.headers.get('content-type')).toBe('video/mp4');
		expect(response.headers.get('content-length')).toBe(String(mp4.byteLength));
		expect(boxAt(mp4, 'tkhd', 80, 84)).toEqual(pixels[resolution][ratio].map((side) => side * 0x10000));
		expect(boxAt(mp4, 'mvhd', 16, 20)).toEqual([24, 24 * duration]);
	});

	test('is 16:9 and 5 s long by default', async () => {
		const emulator = finished();
		const response = await emulator.fetch(await videoUrl(emulator, { ...request, ratio: 'adaptive' }));
		const mp4 = new DataView(await response.arrayBuffer());
		expect(boxAt(mp4, 'tkhd', 80, 84)).toEqual([1280 * 0x10000, 720 * 0x10000]);
		expect(boxAt(mp4, 'mvhd', 16, 20)).toEqual([24, 120]);
	});

	test('does not exist before the task has succeeded', async () => {
		let now = 1_000;
		const emulator = createEmulator({ now: () => now });
		const id = await createTask(emulator);
		now = 2_000;
		const { result_url } = await taskData(emulator, id);
		now = 1_000;
		expect((await emulator.fetch(result_url)).status).toBe(404);
	});

	test('is refused to a request with a key', async () => {
		const emulator = finished();
		const url = await videoUrl(emulator);
		const response = await emulator.fetch(url, { headers });
		expect(response.status).toBe(400);
		expect(await response.text()).toBe(`${url} received an Authorization header: send the key to the API only`);
	});

	test('accepts GET only', async () => {
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
		'is served in full for an invalid range: %s',
		async (range) => {
			const emulator = finished();
			const response = await emulator.fetch(await videoUrl(emulator), { headers: { range } });
			expect(response.status).toBe(200);
			expect(response.headers.has('content-range')).toBe(false);
		},
	);

	test.each(['bytes=999999-', 'bytes=-0'])('has no range beyond its end: %s', async (range) => {
		const emulator = finished();
		const response = await emulator.fetch(await videoUrl(emulator), { headers: { range } });
		expect(response.status).toBe(416);
		expect(response.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
	});

	test('stops if the download is aborted', async () => {
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
	test("is served as a PNG of the video's size if it was requested", async () => {
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

/** Reads 32-bit numbers from the first box of a type, at offsets from the box's name. */
function boxAt(mp4: DataView, type: string, ...offsets: number[]): number[] {
	const name = new TextDecoder('latin1').decode(mp4.buffer).indexOf(type);
	return offsets.map((offset) => mp4.getUint32(name + offset));
}
