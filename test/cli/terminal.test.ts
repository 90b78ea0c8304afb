import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/cli/commands/emulate/serve.js';
import { queued, running, succeeded } from '../../src/testing/index.js';
import { filesIn, inTerminal, main, piped, shown, testFolder } from './seedance.js';

let server: ServedEmulator;
beforeAll(async () => {
	server = await serveEmulator(0, { task: [queued(), running(50), running(80), succeeded()] });
});
afterAll(() => server.close());

const longPrompt = '一只猫 弹钢琴 '.repeat(40).trim();

function generate(more: readonly string[] = []): readonly string[] {
	return [
		'generate',
		'--text',
		longPrompt,
		'--resolution',
		'720p',
		'--out',
		'a.mp4',
		'--base-url',
		server.url,
		...more,
	];
}

/** The texts that the live line showed: each is erased, sooner or later. */
function liveLines(output: string): string[] {
	// oxlint-disable-next-line no-control-regex -- the code that erases a line.
	return [...output.matchAll(/\r\u001b\[K([^\r\n]+)(?=\r\u001b\[K)/g)].map(([, text]) => text!);
}

describe('on a terminal', () => {
	test.concurrent.each([80, 40, 12])('the live line is never wider than %i columns', async (columns) => {
		const command = inTerminal(generate(['--interval', '0.1']), { cwd: testFolder(), columns });
		const { code, stdout } = await command.ended;
		expect(code).toBe(0);
		const widths = liveLines(stdout).map((line) => line.length);
		expect(widths.length).toBeGreaterThan(3);
		expect(Math.max(...widths)).toBeLessThan(columns);
		const whole = 'running   [################----]  80 %  0:0'.slice(0, columns - 1);
		expect(liveLines(stdout)).toContainEqual(expect.stringContaining(whole));
	});

	test.concurrent('the live line follows the width of the terminal', async ({ onTestFinished }) => {
		// The task runs until the test moves the clock.
		let now = Date.now();
		const own = await serveEmulator(0, { queuedFor: 0, runningFor: 60_000, now: () => now });
		onTestFinished(() => own.close());
		const folder = testFolder();
		const command = inTerminal([...generate(['--interval', '0.2']), '--base-url', own.url], { cwd: folder });
		await command.shows('running');
		command.resize(20);
		await command.shows(/running {3}\[#{8}\r/);
		const before = command.output().length;
		now += 60_000;
		const { code, stdout } = await command.ended;
		expect(code).toBe(0);
		const after = liveLines(stdout.slice(before));
		expect(after.length).toBeGreaterThan(0);
		for (const line of after) expect(line.length).toBeLessThan(20);
		expect(filesIn(folder)).toStrictEqual(['a.mp4']);
	});

	test.concurrent('nothing of the live line is left at the end', async () => {
		const folder = testFolder();
		const { stdout } = await inTerminal(generate(['--interval', '0.1']), { cwd: folder }).ended;
		expect(shown(stdout)).toMatch(/^to 127\.0\.0\.1:\d+: .*\ntask \w+: submitted\n\/.*\/a\.mp4\n$/);
		expect(shown(stdout).split('\n').at(-2)).toBe(join(folder, 'a.mp4'));
	});

	const red = '\u001b[31mseedance:\u001b[39m';

	test.concurrent.each([
		['an error is red', {}, red],
		['NO_COLOR removes the colours', { NO_COLOR: '1' }, 'seedance:'],
		['an empty NO_COLOR does not', { NO_COLOR: '' }, red],
		['TERM=dumb removes the colours', { TERM: 'dumb' }, 'seedance:'],
	])('%s', async (_, env, says) => {
		const { stdout } = await inTerminal(['status'], { env }).ended;
		expect(stdout.startsWith(`${says} <id> is missing`)).toBe(true);
	});

	test.concurrent('TERM=dumb gets plain lines', async () => {
		const { code, stdout } = await inTerminal(generate(['--interval', '0.1']), {
			cwd: testFolder(),
			env: { TERM: 'dumb' },
		}).ended;
		expect(code).toBe(0);
		expect(stdout).not.toContain('\u001b');
		expect(stdout).toMatch(/running, 50 %\r\ntask \w+: running, 80 %\r\n/);
	});

	test.concurrent('--json prints JSON alone', async () => {
		const { stdout } = await inTerminal(generate(['--interval', '0.1', '--json']), { cwd: testFolder() }).ended;
		expect(stdout).not.toContain('\u001b');
		expect(
			stdout
				.trimEnd()
				.split('\r\n')
				.map((line) => (JSON.parse(line) as { event: string }).event)
				.at(-1),
		).toBe('result');
	});
});

describe('with pipes', () => {
	test.concurrent.each([
		[{}, 'seedance: <id>'],
		[{ FORCE_COLOR: '1' }, '\u001b[31mseedance:\u001b[39m <id>'],
		[{ FORCE_COLOR: '0' }, 'seedance: <id>'],
	])('%j', async (env, says) => {
		const { stderr } = await piped(['status'], { env }).ended;
		expect(stderr.startsWith(says)).toBe(true);
	});

	test.concurrent('--json prints one event a line, and the result last', async () => {
		const { code, stdout, stderr } = await piped(generate(['--interval', '0.1', '--json']), { cwd: testFolder() })
			.ended;
		expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
		const events = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as { readonly event: string });
		// The number of parts of the download is the network's.
		const names = events
			.map(({ event }) => event)
			.filter((name, index, all) => name !== 'download' || all[index - 1] !== name);
		expect(names).toStrictEqual([
			'request',
			'submitted',
			'progress',
			'progress',
			'progress',
			'progress',
			'download',
			'result',
		]);
		expect(events[0]).toMatchObject({ mode: 'text-to-video', resolution: '720p', ratio: 'adaptive', seconds: 5 });
		expect(events.at(-1)).toMatchObject({
			taskId: expect.any(String),
			path: expect.stringMatching(/a\.mp4$/),
			videoUrl: expect.any(String),
			duration: 5,
		});
	});

	test.concurrent('a reader that has gone does not stop a paid task', async () => {
		const folder = testFolder();
		const command = generate(['--interval', '0.1'])
			.map((word) => `'${word}'`)
			.join(' ');
		const line = `'${process.execPath}' '${main}' ${command} 2>&1 >/dev/null | head -1; exit \${PIPESTATUS[0]}`;
		const { code, stdout } = await piped(['-c', line], { cwd: folder, program: ['bash'] }).ended;
		expect(code).toBe(0);
		expect(stdout).toMatch(/^to 127/);
		expect(filesIn(folder)).toStrictEqual(['a.mp4']);
	});
});
