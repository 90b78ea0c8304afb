import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/testing/index.js';
import { stage, type Settings } from './calls.js';

const unsupported = (feature: string, details: string): object => ({ type: 'unsupported', feature, details });

const cases: readonly [what: string, settings: Settings, warning: object][] = [
	['a seed', { seed: 0 }, unsupported('seed', 'the API page has no field for a seed: it was not sent')],
	[
		'frames per second',
		{ fps: 24 },
		unsupported('fps', 'the API page has no field for frames per second: it was not sent'),
	],
	[
		'several videos in one request',
		{ n: 2, maxVideosPerCall: 2 },
		unsupported(
			'n',
			'one request makes one video: leave maxVideosPerCall out, so that the AI SDK makes a request for each',
		),
	],
	[
		'a header',
		{ headers: { 'X-Trace': 'secret' } },
		unsupported('headers', "only the client's own headers are sent: x-trace was not"),
	],
	[
		'an idempotency key',
		{ headers: { 'Idempotency-Key': 'order-1' } },
		unsupported('headers', 'the API has no idempotency key: a second call makes a second video and is billed'),
	],
];

describe('a call that asks for', () => {
	test.each(cases)('%s is warned, and the rest is submitted', async (_, settings, warning) => {
		const { emulator, generate, start } = stage();
		expect((await start(settings)).warnings).toStrictEqual([warning]);
		expect((await generate(settings)).warnings).toStrictEqual([warning]);
		expect(emulator.requests).toHaveLength(2);
		expect(Object.keys(emulator.requests[0]!)).toStrictEqual(['model', 'content', 'resolution', 'ratio']);
	});

	test('a webhook is warned: by the model at a start, by the AI SDK where it polls instead', async () => {
		const { generate, start } = stage();
		const { warnings } = await start({ webhookUrl: 'https://example.com/hook' });
		expect(warnings).toStrictEqual([
			unsupported('webhookUrl', 'the API page has no field for a webhook: read the status instead'),
		]);
		const webhook = (): never => expect.fail('the AI SDK called the webhook');
		expect((await generate({ webhook })).warnings).toMatchObject([{ type: 'unsupported', feature: 'webhook' }]);
	});

	test('all of them has a warning for each', async () => {
		const { start } = stage();
		const settings = Object.assign({}, ...cases.map(([, one]) => one)) as Settings;
		const headers = { 'x-trace': '1', 'idempotency-key': '2' };
		const { warnings } = await start({ ...settings, headers });
		expect(warnings.map((warning) => 'feature' in warning && warning.feature)).toStrictEqual([
			'n',
			'fps',
			'seed',
			'headers',
			'headers',
		]);
	});
});

test('the headers of a user are not sent', async () => {
	const { fetch } = createEmulator();
	const sent: string[] = [];
	const { start } = stage(undefined, {
		fetch: (url, init) => {
			sent.push(...[...new Request(url, init).headers].flat());
			return fetch(url, init);
		},
	});
	await start({ headers: { 'x-trace': 'trace-1', authorization: 'Bearer other', 'user-agent': 'mine' } });
	expect(sent).toContain('Bearer test');
	expect(sent.filter((text) => /trace|other|mine|aisdk|idempotency/.test(text))).toStrictEqual([]);
});
