import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiKey } from '../client/fake-api.js';
import { bundledScript } from './bundled-script.js';

let folder: string;
let server: Server;
let answer: (method: string, response: ServerResponse) => void;
let creates: string[];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'never-pay-twice-'));
	creates = [];
	server = createServer((incoming, response) => {
		let body = '';
		incoming.setEncoding('utf8').on('data', (text: string) => (body += text));
		incoming.on('end', () => {
			if (incoming.method === 'POST') creates.push(body);
			answer(incoming.method!, response);
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterEach(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true });
});

test('after a kill between a request and its answer, the next start reports it and does not submit', async () => {
	const submits = await start(0);
	const killed = once(submits, 'exit');
	answer = () => submits.kill('SIGKILL');
	expect(await killed).toEqual([null, 'SIGKILL']);
	expect(creates).toHaveLength(1);

	const { stdout, stderr } = await outputOf(1);
	const canonical = canonicalize(JSON.parse(creates[0]!))!;
	expect(stderr).toContain(`fingerprint ${createHash('sha256').update(canonical).digest('hex')}: do not submit`);
	expect(stdout).toBe('');
	expect(creates).toHaveLength(1);
});

test('after a kill while a process waits, the next start resumes the task and does not submit', async () => {
	const submits = await start(0);
	const killed = once(submits, 'exit');
	answer = (method, response) => {
		if (method === 'GET') submits.kill('SIGKILL');
		else response.end('{"task_id":"task-1"}');
	};
	expect(await killed).toEqual([null, 'SIGKILL']);

	const data = { task_id: 'task-1', status: 'SUCCESS', result_url: 'https://cdn.example/video.mp4' };
	answer = (_, response) => response.end(JSON.stringify({ data }));
	expect(await outputOf(1)).toEqual({ stdout: 'cat: https://cdn.example/video.mp4\n', stderr: '' });
	expect(creates).toHaveLength(1);
});

test('after a refusal, the next start has nothing to report', async () => {
	answer = (_, response) => response.writeHead(400).end('{"code":"InvalidParameter"}');
	expect((await outputOf(0)).stderr).toContain('ApiError');
	expect(await outputOf(1)).toEqual({ stdout: '', stderr: '' });
	expect(creates).toHaveLength(1);
});

/** Starts a program of the page, at the server of the test. */
async function start(index: number) {
	const page = await readFile(join(import.meta.dirname, '../../docs/never-pay-twice.md'), 'utf8');
	const program = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)][index]![1]!;
	const script = await bundledScript(folder, `program-${index}`, fromServer(program));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return spawn(process.execPath, [script], {
		cwd: folder,
		env: { ...process.env, SEEDANCE_API_KEY: apiKey, API_URL: url, NODE_NO_WARNINGS: '1' },
	});
}

/** Runs a program of the page to its end. */
async function outputOf(index: number): Promise<{ readonly stdout: string; readonly stderr: string }> {
	const program = await start(index);
	const output = { stdout: '', stderr: '' };
	program.stdout.on('data', (text: Buffer) => (output.stdout += text.toString()));
	program.stderr.on('data', (text: Buffer) => (output.stderr += text.toString()));
	await once(program, 'close');
	return output;
}

/** A program with the library's sources, and with the server in the place of the API. */
function fromServer(program: string): string {
	const redirected = `
const platformFetch = globalThis.fetch;
globalThis.fetch = (url, init) => platformFetch(String(url).replace('https://ai.alad.com', process.env.API_URL!), init);
`;
	return redirected + program.replaceAll("'seedance-builder'", "'./index.ts'");
}
