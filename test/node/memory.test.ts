import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Loopback } from '../client/loopback.js';
import { mp4 } from '../client/mp4.js';
import { bundledScript } from './bundled-script.js';

const mebibyte = 2 ** 20;
const size = 1024 * mebibyte;

/** Saves a video, and prints how many bytes of memory its process had at most, over those that it had before. */
const saves = `
import { saveVideo } from './node/index.ts';
const [videoUrl, path] = process.argv.slice(2);
const before = process.memoryUsage.rss();
await saveVideo({ taskId: 'task-1', videoUrl, expiresAt: new Date().toISOString(), raw: null }, path);
process.stdout.write(String(process.resourceUsage().maxRSS * 1024 - before));
`;

let folder: string;
let server: Loopback;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'memory-'));
	server = await listen((_, response) => void stream(response));
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

test('a video of 1 GiB is saved in less than 100 MB of memory over the start', async () => {
	const path = join(folder, 'long.mp4');
	const script = await bundledScript(folder, 'saves', saves);
	const saving = spawn(process.execPath, [script, `${server.url}/video.mp4`, path], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [[taken], [code]] = (await Promise.all([once(saving.stdout, 'data'), once(saving, 'exit')])) as [
		[Buffer],
		[number],
	];
	expect(code).toBe(0);
	expect((await stat(path)).size).toBe(size);
	expect(Number(taken)).toBeLessThan(100e6);
}, 120_000);

/** As fast as it is taken, and no faster. */
async function stream(response: ServerResponse): Promise<void> {
	const chunk = Buffer.alloc(mebibyte);
	// A last box without a size reaches to the end of the file.
	const start = Buffer.alloc(mebibyte);
	mp4('').copy(start);
	start.writeUInt32BE(0, mp4('').byteLength - 8);
	response.writeHead(200, { 'content-length': size });
	for (let sent = 0; sent < size; sent += mebibyte) {
		if (!response.write(sent === 0 ? start : chunk)) await once(response, 'drain');
	}
	response.end();
}
