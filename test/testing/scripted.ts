import type { Client, VideoResult } from '../../src/client/index.js';
import {
	createEmulator,
	type Emulator,
	type EmulatorOptions,
	type Reply,
	reply,
	type Shape,
	succeeded,
} from '../../src/testing/index.js';
import { clientOf, request } from '../client/fake-api.js';

export { rejection, request } from '../client/fake-api.js';

export const timeout: Reply = reply.timeout();
export const stalled: Reply = reply.stalled();
export const shapes = [
	'starrise',
	'new-api',
	'new-api-task',
	'openai-video',
	'siray',
	'ark',
] as const satisfies Shape[];

interface Started {
	readonly emulator: Emulator;
	readonly client: Client;
}

/** Creates an emulator and a client for it. */
export function start(options: EmulatorOptions, requestTimeout = 5_000): Started {
	const emulator = createEmulator(options);
	return { emulator, client: clientOf(emulator.fetch, { requestTimeout }) };
}

/** Returns the time limit for a call. It is short only if no answer arrives, so that no test fails on a busy machine. */
export function timeLimit(answer: Reply): number {
	return answer === timeout || answer === stalled ? 200 : 5_000;
}

/** Runs a task to its result. */
export async function finish(options: EmulatorOptions): Promise<{ emulator: Emulator; result: VideoResult }> {
	const { emulator, client } = start({ task: [succeeded()], ...options });
	return { emulator, result: await client.generate(request) };
}

/** Sends a create request. */
export function post(fetch: typeof globalThis.fetch): Promise<Response> {
	const headers = { authorization: 'Bearer test' };
	return fetch('https://ai.alad.com/v1/video/generations', { method: 'POST', headers, body: JSON.stringify(request) });
}
