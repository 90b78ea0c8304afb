import { describe, expect, test } from 'vitest';
import { readFailure, readTask } from '../../../src/client/responses/read.js';
import { readTaskId } from '../../../src/client/responses/task-id.js';

const enhanced = 'https://cdn.example/enhanced.mp4';
const inner = 'https://cdn.example/inner.mp4';

describe('the task id of a submit', () => {
	test.each([
		['the gateway', { id: 'x', task_id: 'task-1', object: 'video', status: '', progress: 0 }],
		['a task id alone', { task_id: 'task-1' }],
		['an envelope', { code: 'success', message: '', data: { task_id: 'task-1' } }],
		['an envelope with a row number', { code: 'success', data: { id: 17, task_id: 'task-1' } }],
		['an envelope with an id', { data: { id: 'task-1' } }],
		['upstream', { id: 'task-1' }],
		['oddities all around', { id: 'task-1', task_id: '', status: null, data: [], error: 7, usage: 'none' }],
	])('is read from %s', (_, json) => {
		expect(readTaskId(json)).toBe('task-1');
	});

	test('may be a number', () => {
		expect(readTaskId({ id: 17 })).toBe('17');
	});

	test.each([
		[undefined],
		[null],
		['task-1'],
		[[]],
		[{}],
		[{ code: 'success', message: '', data: null }],
		[{ id: '' }],
	])('is not in %j', (json) => {
		expect(readTaskId(json)).toBeUndefined();
	});
});

describe('a task', () => {
	test("is read from the API's own shape", () => {
		const json = {
			code: 'success',
			message: '',
			data: {
				task_id: 'asyntask_1',
				action: 'omniGenerate',
				status: 'SUCCESS',
				result_url: enhanced,
				original_result_url: 'https://cdn.example/original.mp4',
				fail_reason: enhanced,
				submit_time: 1_700_000_000,
				finish_time: 1_700_000_100,
				progress: '100%',
				data: {
					id: 'cgt-1',
					status: 'succeeded',
					content: { video_url: inner, last_frame_url: 'https://cdn.example/last.png' },
					ratio: '16:9',
					duration: '11',
					resolution: '720p',
					super_resolution: '2k',
					updated_at: 1_700_000_090,
					usage: { completion_tokens: 100, total_tokens: '110', super_resolution_tokens: 10 },
				},
			},
		};
		expect(readTask(json)).toEqual({
			status: 'succeeded',
			rawStatus: 'SUCCESS',
			progress: 1,
			videoUrl: enhanced,
			lastFrameUrl: 'https://cdn.example/last.png',
			finishedAt: 1_700_000_100_000,
			ratio: '16:9',
			duration: 11,
			resolution: '2k',
			completionTokens: 100,
			totalTokens: 110,
			superResolutionTokens: 10,
		});
	});

	test("believes the gateway's status before upstream's", () => {
		const json = { data: { status: 'IN_PROGRESS', progress: '50%', data: { status: 'succeeded' } } };
		expect(readTask(json)).toMatchObject({ status: 'running', rawStatus: 'IN_PROGRESS', progress: 0.5 });
	});

	test("is read from upstream's status where the gateway has none", () => {
		expect(readTask({ data: { data: { status: 'running' } } })).toMatchObject({ status: 'running' });
	});

	test.each([
		['a flat answer', { task_id: 'x', status: 'succeeded', url: enhanced, metadata: { duration: 5 } }],
		['a video object', { id: 'x', object: 'video', status: 'completed', progress: 100, metadata: { url: enhanced } }],
		["upstream's answer", { id: 'x', status: 'succeeded', content: { video_url: enhanced } }],
		['a copy where the reason would be', { data: { status: 'SUCCESS', fail_reason: enhanced } }],
		['both videos', { data: { status: 'SUCCESS', result_url: enhanced, data: { content: { video_url: inner } } } }],
		[
			'an empty result_url',
			{ data: { status: 'SUCCESS', result_url: '', data: { content: { video_url: enhanced } } } },
		],
	])('has its video in %s', (_, json) => {
		expect(readTask(json)).toMatchObject({ status: 'succeeded', videoUrl: enhanced });
	});

	test('that failed has no video in its reason', () => {
		expect(readTask({ data: { status: 'FAILURE', fail_reason: enhanced } })?.videoUrl).toBeUndefined();
	});

	test('has no video where the URL is none', () => {
		expect(
			readTask({ data: { status: 'SUCCESS', fail_reason: 'success', result_url: 'n/a' } })?.videoUrl,
		).toBeUndefined();
	});

	test('that waits has an empty status', () => {
		expect(readTask({ task_id: 'x', status: '', progress: 0 })).toMatchObject({ status: 'queued', progress: 0 });
	});

	test.each([
		[undefined],
		[null],
		[[]],
		['<html>'],
		[{}],
		[{ code: 'success', message: '', data: null }],
		[{ data: { status: 3 } }],
	])('is not in %j', (json) => {
		expect(readTask(json)).toBeUndefined();
	});
});

describe('a failure', () => {
	test.each([
		['an error object', { error: { message: 'no', type: 't', code: 'c' } }, { code: 'c', reason: 'no' }],
		['an error without a code', { error: { message: 'no', type: 't', code: null } }, { code: 't', reason: 'no' }],
		['an error text', { error: 'no' }, { reason: 'no' }],
		['an envelope', { code: 'c', message: 'no', data: null }, { code: 'c', reason: 'no' }],
		[
			'a failed task',
			{ code: 'success', message: '', data: { status: 'FAILURE', fail_reason: 'no' } },
			{ reason: 'no' },
		],
		[
			'upstream',
			{ data: { status: 'FAILURE', data: { error: { code: 'c', message: 'no' } } } },
			{ code: 'c', reason: 'no' },
		],
		['a number for a code', { code: 1001, message: 'no' }, { code: '1001', reason: 'no' }],
		['nothing', null, {}],
	])('is read from %s', (_, json, failure) => {
		expect(readFailure(json)).toEqual({ code: undefined, reason: undefined, requestId: undefined, ...failure });
	});

	test("has the gateway's trace id", () => {
		expect(readFailure({ data: { request_id: 'req-1' } }).requestId).toBe('req-1');
	});
});
