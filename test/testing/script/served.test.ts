import { describe, expect, test } from 'vitest';
import { openRange } from '../../../src/client/download/open-range.js';
import { DownloadError } from '../../../src/errors/index.js';
import { type Reply, reply, served } from '../../../src/testing/index.js';
import { finish, rejection } from '../scripted.js';

describe('a download', () => {
	test.each<[string, Reply, object]>([
		['an expired URL', reply.urlExpired(), { status: 403 }],
		['a 404', reply.error(404), { status: 404 }],
		['a drop', reply.dropped(), {}],
	])('that meets %s is a DownloadError', async (_, answer, facts) => {
		const { result } = await finish({ download: [answer] });
		const error = await rejection(openRange(result));
		expect(error).toBeInstanceOf(DownloadError);
		expect(error).toMatchObject({ taskId: 'asyntask_00000001', ...facts });
	});

	test('breaks where the script says, and resumes from there', async () => {
		const { emulator, result } = await finish({ download: [served({ dropAt: 0.5 }), served()] });
		const { received, length, error } = await receive(await emulator.fetch(result.videoUrl));
		expect(received).toBe(Math.floor(length / 2));
		expect(error).toMatchObject({ message: 'terminated', cause: { message: 'other side closed' } });

		const headers = { range: `bytes=${received}-` };
		const rest = await receive(await emulator.fetch(result.videoUrl, { headers }));
		expect(rest).toEqual({ received: length - received, length: length - received, error: undefined });
	});

	test('ends before the announced length', async () => {
		const { emulator, result } = await finish({ download: [served({ endAt: 0.25 })] });
		const { received, length, error } = await receive(await emulator.fetch(result.videoUrl));
		expect([received, error]).toEqual([Math.floor(length / 4), undefined]);
	});

	test('with a key is refused, whatever the script says', async () => {
		const { emulator, result } = await finish({ download: [reply.urlExpired(), served()] });
		const headers = { authorization: 'Bearer test' };
		expect((await emulator.fetch(result.videoUrl, { headers })).status).toBe(400);
		expect((await emulator.fetch(result.videoUrl)).status).toBe(403);
	});
});

/** Reads a body: the bytes received, the bytes announced, and the error that ended it early. */
async function receive(response: Response) {
	const length = Number(response.headers.get('content-length'));
	let received = 0;
	let error: unknown;
	try {
		for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) received += chunk.length;
	} catch (thrown) {
		error = thrown;
	}
	return { received, length, error };
}
