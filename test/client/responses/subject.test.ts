import { expect, test } from 'vitest';
import { subjectOf } from '../../../src/client/responses/subject.js';

test.each<[string, unknown]>([
	['the task', { task_id: 'task-1' }],
	['the task', { data: { task_id: 'task-1' } }],
	['the task', { data: { task_id: ' task-1 ' } }],
	['the task', { id: 'task-1', error: { code: 'x' } }],
	['the task', { data: { id: 17, task_id: 'task-1' } }],
	['the task', { data: { id: 'row-17', task_id: 'task-1' } }],
	['the task', { code: 'success', data: { status: 'FAILURE' } }],
	['the task', { code: 'x', data: { id: 17, status: 'FAILURE' } }],
	['the task', { status: 'failed', fail_reason: 'x' }],
	['the task', { status: 'failed', finish_time: 1_700_000_000 }],
	['the task', { status: 'failed', data: { completed_at: 1_700_000_000 } }],
	['another task', { task_id: 'task-2' }],
	['another task', { data: { task_id: 'task-2', status: 'FAILURE', fail_reason: 'x' } }],
	['another task', { id: 'task-2', status: 'failed' }],
	['unknown', { status: 'error', error: { code: 'RateLimitExceeded' } }],
	['unknown', { code: 500, status: 'failed', data: null }],
	['unknown', { status: 'timeout' }],
	['unknown', { id: 'req_1', status: 'failed', error: { message: 'x' } }],
	['unknown', { status: 'failed', fail_reason: '', finish_time: 0 }],
	['unknown', { status: 'failed', updated_at: 1_700_000_000 }],
	['unknown', 'failed'],
	['unknown', null],
	['unknown', []],
])('about %s: %j', (subject, json) => {
	expect(subjectOf(json, 'task-1')).toBe(subject);
});

test('a task whose id is a number is known by the number', () => {
	expect(subjectOf({ data: { task_id: 17 } }, '17')).toBe('the task');
	expect(subjectOf({ data: { id: 17, status: '' } }, '17')).toBe('the task');
});
