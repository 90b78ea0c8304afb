import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'vitest';
import { serveEmulator, type ServedCall } from '../../src/cli/commands/emulate/serve.js';
import { accepted, reply, served, succeeded, type EmulatorOptions, type Reply } from '../../src/testing/index.js';
import { createMp4 } from '../../src/testing/media/mp4.js';
import { filesIn, inTerminal, main, piped, shown, testFolder, type Ended, type Running } from './seedance.js';

/** Serves an emulator until the end of the test. */
async function serve(options: EmulatorOptions, { onTestFinished }: TestContext) {
	const called: ServedCall[] = [];
	const server = await serveEmulator(0, options, (call) => called.push(call));
	onTestFinished(() => server.close());
	return { url: server.url, called };
}

function generate(url: string, more: readonly string[] = []): readonly string[] {
	return ['generate', '--text', 'A cat', '--resolution', '720p', '--out', "it's a cat.mp4", '--base-url', url, ...more];
}

/** Runs the command that an output names, with the built command line in the place of npx. */
async function runPrinted(ended: Ended, folder: string): Promise<Ended> {
	const [, command] = /^ {2}npx seedance-builder (.+)$/m.exec(shown(ended.stdout + ended.stderr))!;
	return piped(['-c', `exec "${process.execPath}" "${main}" ${command}`], { cwd: folder, program: ['bash'] }).ended;
}

const video = createMp4({ width: 1280, height: 720, seconds: 5 });
const half = video.subarray(0, video.byteLength / 2);

/** A video whose second half doesn't come. */
const stalledVideo: Reply = () => {
	const body = new ReadableStream({ start: (controller) => controller.enqueue(half) });
	return new Response(body, { headers: { 'content-type': 'video/mp4', 'content-length': String(video.byteLength) } });
};

/** The size of the temporary file of a download. */
function partSize(folder: string): number | undefined {
	const [part] = filesIn(folder).filter((name) => /^\.seedance-.+\.part$/.test(name));
	return part === undefined ? undefined : statSync(join(folder, part)).size;
}

const ways = [
	{ way: 'Ctrl-C on a terminal', start: inTerminal, stop: (command: Running) => command.write('\x03'), code: 130 },
	{
		way: 'SIGTERM with pipes',
		start: piped,
		stop: (command: Running) => process.kill(command.pid, 'SIGTERM'),
		code: 143,
	},
	{
		way: 'SIGHUP with pipes',
		start: piped,
		stop: (command: Running) => process.kill(command.pid, 'SIGHUP'),
		code: 129,
	},
];

describe.each(ways)('$way', ({ start, stop, code }) => {
	test.concurrent('during the wait leaves no file, and prints a command that finishes the job', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		// The task runs until the test moves the clock.
		let now = Date.now();
		const { url } = await serve({ queuedFor: 0, runningFor: 60_000, now: () => now }, context);
		const command = start(generate(url, ['--interval', '0.4']), { cwd: folder });
		await command.shows('running');
		stop(command);
		const ended = await command.ended;
		expect(ended.code).toBe(code);
		expect(shown(ended.stdout + ended.stderr)).toContain('asyntask_00000001');
		expect(filesIn(folder)).toStrictEqual([]);

		now += 60_000;
		const finished = await runPrinted(ended, folder);
		expect(finished).toMatchObject({ code: 0, stdout: `${join(folder, "it's a cat.mp4")}\n` });
		expect(filesIn(folder)).toStrictEqual(["it's a cat.mp4"]);
	});

	test.concurrent('during the download leaves no file, and prints a command that finishes the job', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		const { url } = await serve({ task: [succeeded()], download: [stalledVideo, served()] }, context);
		const command = start(generate(url), { cwd: folder });
		await command.shows('saving');
		await expect.poll(() => partSize(folder), { timeout: 10_000 }).toBe(half.byteLength);
		stop(command);
		const ended = await command.ended;
		expect(ended.code).toBe(code);
		expect(filesIn(folder)).toStrictEqual([]);

		const finished = await runPrinted(ended, folder);
		expect(finished).toMatchObject({ code: 0, stdout: `${join(folder, "it's a cat.mp4")}\n` });
		expect(filesIn(folder)).toStrictEqual(["it's a cat.mp4"]);
	});
});

/** A create that is accepted, and whose answer comes when it is let go. */
function heldCreate() {
	const { promise, resolve: letGo } = promiseOf<void>();
	const { promise: arrived, resolve: arrive } = promiseOf<void>();
	const create = accepted({
		async answer() {
			arrive();
			await promise;
			return Response.json({ task_id: 'asyntask_00000001' });
		},
	});
	return { create: [create], arrived, letGo: () => letGo() };
}

function promiseOf<Value>() {
	let resolve!: (value: Value) => void;
	const promise = new Promise<Value>((settle) => (resolve = settle));
	return { promise, resolve };
}

describe('Ctrl-C', () => {
	test.concurrent('before the submit sends nothing, and says so', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		const { url } = await serve({}, context);
		const command = inTerminal(['generate', '-', '--out', 'a.mp4', '--base-url', url], { cwd: folder });
		await command.shows('the input is read from this terminal: end it with Ctrl-D on a line of its own');
		command.write('\x03');
		const { code, stdout } = await command.ended;
		expect(code).toBe(130);
		expect(shown(stdout)).toContain(
			'seedance: stopped before the request was sent: no task exists, and nothing is to be paid\n',
		);
	});

	test.concurrent('during the submit waits for the answer, and prints the command of the task', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		const { create, arrived, letGo } = heldCreate();
		const command = inTerminal(generate((await serve({ create, task: [succeeded()] }, context)).url), { cwd: folder });
		await arrived;
		command.write('\x03');
		await command.shows('the request is on its way: waiting for the answer');
		letGo();
		const ended = await command.ended;
		expect(ended.code).toBe(130);
		expect(shown(ended.stdout)).toContain('task asyntask_00000001: submitted\n');
		expect(await runPrinted(ended, folder)).toMatchObject({ code: 0 });
		expect(filesIn(folder)).toStrictEqual(["it's a cat.mp4"]);
	});

	test.concurrent('twice during the submit ends at once, with code 3 and what is uncertain', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		const { create, arrived, letGo } = heldCreate();
		const command = inTerminal(generate((await serve({ create }, context)).url), { cwd: folder });
		await arrived;
		command.write('\x03');
		await command.shows('stop again to end at once');
		// One Ctrl-C that arrives twice, as under npx, is one.
		await new Promise((resolve) => void setTimeout(resolve, 400));
		command.write('\x03');
		const { code, stdout } = await command.ended;
		letGo();
		expect(code).toBe(3);
		expect(shown(stdout)).toMatch(
			/seedance: the request was sent at \S+, but it is unknown whether the API accepted it \(stopped by SIGINT\): a task may exist and be billed; check the account's usage log before you submit again, and replace TASK_ID by the id from there:\n\n {2}npx seedance-builder wait TASK_ID --out /,
		);
	});

	test.concurrent('during a pause after a refusal sends nothing more', async (context) => {
		const { expect } = context;
		const folder = testFolder();
		const { url, called } = await serve({ create: [reply.rateLimited({ retryAfter: 30 })] }, context);
		const command = inTerminal(generate(url), { cwd: folder });
		await expect.poll(() => called.length, { timeout: 10_000 }).toBe(1);
		await new Promise((resolve) => void setTimeout(resolve, 100));
		command.write('\x03');
		const { code, stdout } = await command.ended;
		expect(code).toBe(130);
		expect(shown(stdout)).toContain('seedance: stopped before the request was sent: no task exists');
		expect(called).toHaveLength(1);
	});
});

test.concurrent('SIGTERM during the submit ends with code 3 if there is no answer', async (context) => {
	const { expect } = context;
	const folder = testFolder();
	const { create, arrived, letGo } = heldCreate();
	const command = piped(generate((await serve({ create }, context)).url, ['--json']), { cwd: folder });
	await arrived;
	process.kill(command.pid, 'SIGTERM');
	const { code, stdout } = await command.ended;
	letGo();
	expect(code).toBe(3);
	expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({
		event: 'error',
		exitCode: 3,
		name: 'SubmitUncertainError',
		sentAt: expect.any(String),
		fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
		command: expect.stringMatching(/^npx seedance-builder wait TASK_ID /),
	});
});
