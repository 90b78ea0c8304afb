import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { noStore } from '../../../src/client/http/send-attempt.js';
import { bundledScript } from '../../node/bundled-script.js';

afterEach(() => void vi.unstubAllGlobals());

test('caches are kept out, where the platform knows how', () => {
	expect(noStore()).toEqual({ cache: 'no-store' });
	vi.stubGlobal('Request', { prototype: {} });
	expect(noStore()).toEqual({});
});

test('an answer of 300 MB takes less than 60 MB of memory', async () => {
	expect(Number(await run('large', large))).toBeLessThan(60e6);
});

test('a signal with a time limit aborts, also after garbage was collected', async () => {
	expect(await run('signal', timeLimit)).toBe('AbortError TimeoutError');
});

/** Reads an answer of 300 MB, and prints how much memory that took. */
const large = `
import { createServer } from 'node:http';
import { createClient } from './client/index.ts';
const part = Buffer.alloc(1e6, 'x');
const server = createServer(async (_, response) => {
	response.write('{"message":"');
	for (let sent = 0; sent < 300 && !response.destroyed; sent += 1) {
		if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
	}
	response.end();
});
server.listen(0, '127.0.0.1', async () => {
	const client = createClient({ apiKey: 'sk-0123456789abcdef', baseUrl: 'http://127.0.0.1:' + server.address().port });
	await client.task('warm-up').status().catch(() => undefined);
	gc();
	const before = process.memoryUsage().rss;
	await client.task('task-1').status().catch(() => undefined);
	process.stdout.write(String(process.memoryUsage().rss - before));
	process.exit();
});
`;

/** Waits for an answer that never comes, while garbage is collected. */
const timeLimit = `
import { createServer } from 'node:http';
import { createClient } from './client/index.ts';
const server = createServer(() => {});
server.listen(0, '127.0.0.1', async () => {
	const client = createClient({ apiKey: 'sk-0123456789abcdef', baseUrl: 'http://127.0.0.1:' + server.address().port });
	setInterval(gc, 20);
	const error = await client.task('task-1').status({ signal: AbortSignal.timeout(400) }).catch((thrown) => thrown);
	process.stdout.write(error.name + ' ' + error.cause.name);
	process.exit();
});
`;

async function run(name: string, contents: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'platform-'));
	try {
		const script = await bundledScript(folder, name, contents);
		return (await promisify(execFile)(process.execPath, ['--expose-gc', script], { timeout: 30_000 })).stdout;
	} finally {
		await rm(folder, { recursive: true });
	}
}
