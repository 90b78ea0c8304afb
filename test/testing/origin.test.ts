import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { saveVideo } from '../../src/node/index.js';
import { createEmulator } from '../../src/testing/index.js';
import { request } from '../client/fake-api.js';

test('a served emulator has its results under its origin', async () => {
	let emulator = createEmulator();
	const server = createServer(async (incoming, response) => {
		const answer = await emulator.fetch(toRequest(incoming, origin));
		response.writeHead(answer.status, Object.fromEntries(answer.headers));
		if (answer.body) Readable.fromWeb(answer.body as never).pipe(response);
		else response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	emulator = createEmulator({ origin, queuedFor: 0, runningFor: 0 });

	const folder = await mkdtemp(join(tmpdir(), 'origin-'));
	const client = createClient({ apiKey: 'test', baseUrl: origin, polling: { interval: 1, maxInterval: 1 } });
	const result = await client.generate(request);
	expect(result.videoUrl).toBe(`${origin}/results/${result.taskId}/video.mp4`);
	const path = await saveVideo(result, join(folder, 'a.mp4'));
	expect((await readFile(path)).toString('latin1', 4, 8)).toBe('ftyp');

	await rm(folder, { recursive: true });
	server.closeAllConnections();
	server.close();
});

test('only the origin that was given is answered', async () => {
	const emulator = createEmulator({ origin: 'http://localhost:4000' });
	await expect(emulator.fetch('http://localhost:4000/v1/elsewhere')).resolves.toMatchObject({ status: 404 });
	await expect(emulator.fetch('https://ai.alad.com/v1/video/generations/x')).rejects.toThrow(
		'the emulator serves only http://localhost:4000 and http://localhost:4000/results',
	);
});

function toRequest(incoming: IncomingMessage, origin: string): Request {
	const { method = 'GET', url = '/', headers } = incoming;
	const hasBody = method !== 'GET' && method !== 'HEAD';
	return new Request(new URL(url, origin), {
		method,
		headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
		...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
	});
}
