import { spec } from '../../src/spec.js';
import { createEmulator, type Emulator } from '../../src/testing/index.js';

export const api = spec.baseUrl + spec.path;
export const headers = { authorization: 'Bearer test' };

export const request = {
	model: spec.model,
	content: [{ type: 'text', text: 'A cat plays the piano' }],
	resolution: '720p',
};

/** Creates an emulator whose tasks succeed at once. */
export function finished(): Emulator {
	return createEmulator({ now: () => 0, queuedFor: 0, runningFor: 0 });
}

export function post(emulator: Emulator, body: unknown): Promise<Response> {
	return emulator.fetch(api, { method: 'POST', headers, body: JSON.stringify(body) });
}

export async function createTask(emulator: Emulator, body: unknown = request): Promise<string> {
	const response = await post(emulator, body);
	return ((await response.json()) as { task_id: string }).task_id;
}

/** The fields of a task's record that the tests read. */
interface TaskData {
	readonly result_url: string;
	readonly fail_reason: string;
	readonly data: { readonly content: { readonly video_url: string; readonly last_frame_url: string } };
}

export async function taskData(emulator: Emulator, id: string): Promise<TaskData> {
	const response = await emulator.fetch(`${api}/${id}`, { headers });
	return ((await response.json()) as { data: TaskData }).data;
}

export async function videoUrl(emulator: Emulator, body: unknown = request): Promise<string> {
	return (await taskData(emulator, await createTask(emulator, body))).result_url;
}
