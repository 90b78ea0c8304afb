import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Loopback } from '../client/loopback.js';
import { apiKey, request } from '../client/fake-api.js';
import { mp4 } from '../client/mp4.js';
import { bundledScript } from './bundled-script.js';

const head = `
import { createClient } from './client/index.ts';
import { saveVideo } from './node/index.ts';
const [baseUrl, taskId, path] = process.argv.slice(2);
const client = createClient({ baseUrl, polling: { interval: 5 } });
`;
const submits = `${head}
await client.generate(${JSON.stringify(request)}, { onSubmitted: (task) => process.stdout.write(task.id) });
`;
const saves = `${head}
await saveVideo(await client.task(taskId).wait(), path);
`;

let folder: string;
let api: Loopback;
let isFinished = false;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'two-processes-'));
	api = await listen((incoming, response) => {
		if (incoming.method === 'POST') return response.end('{"task_id":"task-1"}');
		if (!incoming.url?.startsWith('/v1/')) return response.end(mp4('video'));
		const data = isFinished ? { status: 'SUCCESS', result_url: `${api.url}/video.mp4` } : { status: 'IN_PROGRESS' };
		return response.end(JSON.stringify({ data }));
	});
});
afterAll(async () => {
	await api.close();
	await rm(folder, { recursive: true });
});

test('one process submits and is killed, another takes the task id and saves the video', async () => {
	const first = spawn(process.execPath, [await bundledScript(folder, 'submits', submits), api.url], {
		env,
		stdio: 'pipe',
	});
	const [taskId] = (await once(first.stdout, 'data')) as [Buffer];
	first.kill('SIGKILL');
	const [, signal] = (await once(first, 'exit')) as [number | null, string];
	expect(signal).toBe('SIGKILL');

	isFinished = true;
	const path = join(folder, 'a.mp4');
	const second = spawn(process.execPath, [await bundledScript(folder, 'saves', saves), api.url, String(taskId), path], {
		env,
	});
	expect(await once(second, 'exit')).toEqual([0, null]);
	expect(await readFile(path)).toEqual(mp4('video'));
	expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

const env = { ...process.env, SEEDANCE_API_KEY: apiKey };
