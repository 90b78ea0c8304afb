import { createProviderRegistry, customProvider, experimental_startVideo as startVideo } from 'ai';
import { describe, expect, test } from 'vitest';
import { createSeedance, type SeedanceOptions } from '../../src/ai-sdk/index.js';
import type { SubmittingEvent } from '../../src/client/index.js';
import { ConfigurationError } from '../../src/errors/index.js';
import { reply } from '../../src/testing/index.js';
import { createEmulator } from '../../src/testing/index.js';
import { rejection, stage, typical } from './calls.js';

const id = 'seedance-2.0-ultra';

describe('a model', () => {
	const { fetch } = createEmulator();
	const seedance = createSeedance({ apiKey: 'test', fetch });

	test('comes from the provider, from video() and from videoModel()', () => {
		for (const model of [seedance(id), seedance.video(id), seedance.videoModel(id)]) {
			expect(model).toMatchObject({
				specificationVersion: 'v4',
				provider: 'seedance.video',
				modelId: id,
				maxVideosPerCall: 1,
			});
			expect(model).not.toHaveProperty('doGenerate');
			expect(model).not.toHaveProperty('handleWebhookOption');
		}
	});

	test.each(['seedance-1.0-pro', 'seedance-2.0-Ultra', '', undefined, 7])('%j is none', (name) => {
		expect(() => seedance.video(name as string)).toThrow(ConfigurationError);
		expect(() => seedance(name as string)).toThrow(/^modelId .* is unknown: write seedance-2\.0-ultra$/);
	});

	test('of another kind there is none', () => {
		for (const kind of ['languageModel', 'embeddingModel', 'imageModel'] as const) {
			expect(() => seedance[kind](id)).toThrow(/^modelId is of another kind of model: .* use videoModel\(\)$/);
		}
	});

	test('shows no key when it is printed', () => {
		const model = createSeedance({ apiKey: 'sk-secret-key' }).video(id);
		expect(JSON.stringify(model)).not.toContain('sk-secret');
	});
});

describe('the AI SDK finds the model', () => {
	test('in a registry', async () => {
		const { emulator, seedance } = provider();
		const registry = createProviderRegistry({ seedance });
		const { operation } = await startVideo({ model: registry.videoModel(`seedance:${id}`), ...typical });
		expect([operation, emulator.creates]).toStrictEqual(['asyntask_00000001', 1]);
		expect(() => registry.languageModel(`seedance:${id}`)).toThrow(ConfigurationError);
	});

	test('in a custom provider, under another name and as its fallback', async () => {
		const { emulator, seedance } = provider();
		const custom = customProvider({ videoModels: { film: seedance.video(id) }, fallbackProvider: seedance });
		await startVideo({ model: custom.videoModel('film'), ...typical });
		await startVideo({ model: custom.videoModel(id as 'film'), ...typical });
		expect(emulator.creates).toBe(2);
	});

	test('by its id, if it is the default provider', async () => {
		const { emulator, seedance } = provider();
		globalThis.AI_SDK_DEFAULT_PROVIDER = seedance;
		await startVideo({ model: id, ...typical }).finally(() => (globalThis.AI_SDK_DEFAULT_PROVIDER = undefined));
		expect(emulator.creates).toBe(1);
	});

	function provider() {
		const emulator = createEmulator();
		return { emulator, seedance: createSeedance({ apiKey: 'test', fetch: emulator.fetch }) };
	}
});

describe('the options', () => {
	test.each<readonly [unknown, string]>([
		[{ apiKey: '' }, 'apiKey'],
		[{ apiKey: 'test', baseUrl: 'http://example.com' }, 'baseUrl'],
		[{ apiKey: 'test', onSubmitted: 'log' }, 'onSubmitted'],
		[{ apiKey: 'test', onSubmitting: {} }, 'onSubmitting'],
		[{ apiKey: 'test', fetch: 1 }, 'fetch'],
		['sk-key', 'options'],
	])('%j are refused when the provider is created', (options, option) => {
		const create = (): unknown => createSeedance(options as SeedanceOptions);
		expect(create).toThrow(expect.objectContaining({ name: 'ConfigurationError', option }));
	});

	test('onSubmitting is told before the submit, and onSubmitted after it', async () => {
		const told: string[] = [];
		const { emulator, start } = stage(
			{},
			{
				onSubmitting: ({ fingerprint }: SubmittingEvent) => told.push(fingerprint, String(emulator.creates)),
				onSubmitted: ({ id: taskId }) => told.push(taskId, String(emulator.creates)),
			},
		);
		await start();
		expect(told).toStrictEqual([expect.stringMatching(/^[\da-f]{64}$/), '0', 'asyntask_00000001', '1']);
	});

	test('onSubmitting that throws keeps the request from being sent', async () => {
		const { emulator, start } = stage({}, { onSubmitting: () => Promise.reject(new Error('no disk')) });
		const error = await rejection(start());
		expect(error).toMatchObject({ name: 'CallbackError', callback: 'onSubmitting', cause: { message: 'no disk' } });
		expect(emulator.creates).toBe(0);
	});

	test('onSubmitted that throws or never ends gives an error with the id, and one create', async () => {
		const thrown = stage({}, { onSubmitted: () => Promise.reject(new Error('no disk')) });
		const endless = stage({}, { onSubmitted: () => new Promise(() => {}), polling: { deadline: 1 } });
		const taskId = 'asyntask_00000001';
		expect(await rejection(thrown.generate())).toMatchObject({ name: 'CallbackError', taskId });
		expect(await rejection(endless.generate())).toMatchObject({ name: 'TaskTimeoutError', taskId });
		expect([thrown.emulator.creates, endless.emulator.creates]).toStrictEqual([1, 1]);
	});

	test('onSubmitted that throws the key doesn’t show it', async () => {
		const apiKey = 'sk-0123456789';
		const { start } = stage({}, { apiKey, onSubmitted: () => Promise.reject(new Error(`used ${apiKey}`)) });
		expect(await rejection(start())).toMatchObject({ cause: { message: 'used [api key]' } });
	});

	test('requestTimeout ends a submit', async () => {
		const { start } = stage({ create: [reply.timeout()] }, { requestTimeout: 1 });
		expect(await rejection(start())).toMatchObject({ name: 'SubmitUncertainError' });
	});
});
