import { expect, test } from 'vitest';
import { type ErrorStatus, reply, running, type Shape } from '../../../src/testing/index.js';
import { post, request, shapes, start } from '../scripted.js';

const id = 'asyntask_00000001';

test.each(shapes)('a request succeeds in the shape %s', async (shape) => {
	const { emulator, client } = start({ shape, queuedFor: 0, runningFor: 0 });
	const result = await client.generate(request);
	expect((await emulator.fetch(result.videoUrl)).status).toBe(200);
	expect(emulator).toMatchObject({ creates: 1, polls: 1 });
});

test.each<[Shape, object, object]>([
	['starrise', { id, task_id: id, object: 'video' }, { code: 'success', data: { status: 'IN_PROGRESS' } }],
	['new-api', { task_id: id, status: 'queued' }, { task_id: id, status: 'in_progress', metadata: { fps: 24 } }],
	['new-api-task', { task_id: id }, { code: 'success', data: { platform: 'volcengine', status: 'IN_PROGRESS' } }],
	['openai-video', { id, task_id: id, object: 'video' }, { id, object: 'video', status: 'in_progress', progress: 50 }],
	['siray', { code: 'success', data: { task_id: id } }, { code: 'success', data: { status: 'IN_PROGRESS' } }],
	['ark', { id }, { id, status: 'running', error: null }],
])('the shape %s has the format of its gateway', async (shape, created, found) => {
	const { emulator, client } = start({ shape, task: [running()] });
	expect(await (await post(emulator.fetch)).json()).toMatchObject(created);
	expect((await client.task(id).status()).raw).toMatchObject(found);
});

test.each<[ErrorStatus, Shape, object]>([
	[401, 'starrise', { error: { type: 'authentication_error', code: 'invalid_api_key', message: 'Invalid API key' } }],
	[401, 'new-api', { code: 'invalid_api_key', message: 'Invalid API key', data: null }],
	[401, 'ark', { error: { type: 'authentication_error', code: 'invalid_api_key', param: '' } }],
])('a %i in the shape %s has its envelope', async (status, shape, body) => {
	const { emulator } = start({ shape, create: [reply.error(status)] });
	expect(await (await post(emulator.fetch)).json()).toMatchObject(body);
});
