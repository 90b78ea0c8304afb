import { describe, expect, test } from 'vitest';
import { spec } from '../../src/spec.js';
import { createEmulator } from '../../src/testing/index.js';
import { api, headers, post, request } from './requests.js';

describe('the emulator', () => {
	test.each([{}, { authorization: 'test' }, { authorization: 'Bearer ' }])('requires a key: %o', async (sent) => {
		const emulator = createEmulator();
		const response = await emulator.fetch(`${api}/asyntask_1`, { headers: sent as Record<string, string> });
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual({
			error: { message: 'Invalid API key', type: 'authentication_error', code: 'invalid_api_key' },
		});
	});

	test('counts creates and polls, including refused ones', async () => {
		const emulator = createEmulator();
		await post(emulator, request);
		await post(emulator, {});
		await emulator.fetch(api, { method: 'POST' });
		await emulator.fetch(`${api}/asyntask_1`, { headers });
		expect(emulator).toMatchObject({ creates: 3, polls: 1, requests: [request] });
	});

	test('answers 404 to an unknown route', async () => {
		const response = await createEmulator().fetch(`${spec.baseUrl}/v1/videos`, { headers });
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ error: { message: 'Invalid URL (GET /v1/videos)' } });
	});

	test('reaches no other host', async () => {
		await expect(createEmulator().fetch('https://example.com/a?b')).rejects.toThrow(
			new TypeError(
				'Failed to fetch (https://example.com/a?b: the emulator serves only https://ai.alad.com and https://emulator.seedance.test)',
			),
		);
	});

	test('rejects with the reason of a signal that is already aborted', async () => {
		const emulator = createEmulator();
		const reason = new Error('enough');
		await expect(emulator.fetch(api, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		expect(emulator.polls).toBe(0);
	});

	test('rejects with the reason of a signal that is aborted during the call', async () => {
		const emulator = createEmulator();
		const controller = new AbortController();
		const reason = new Error('enough');
		const body = JSON.stringify(request);
		const answer = emulator.fetch(api, { method: 'POST', headers, body, signal: controller.signal });
		controller.abort(reason);
		await expect(answer).rejects.toBe(reason);
	});
});
