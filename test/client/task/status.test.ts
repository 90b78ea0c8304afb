import { expect, test } from 'vitest';
import { normaliseStatus } from '../../../src/client/task/status.js';

test.each([
	['', 'queued'],
	['NOT_START', 'queued'],
	['SUBMITTED', 'queued'],
	['QUEUED', 'queued'],
	['pending', 'queued'],
	['IN_PROGRESS', 'running'],
	['processing', 'running'],
	['running', 'running'],
	['generating', 'running'],
	['SUCCESS', 'succeeded'],
	['succeeded', 'succeeded'],
	['completed', 'succeeded'],
	['FAILURE', 'failed'],
	['FAILED', 'failed'],
	['error', 'failed'],
	['fail', 'failed'],
	['cancelled', 'cancelled'],
	['canceled', 'cancelled'],
	['expired', 'expired'],
	['timeout', 'expired'],
	['UNKNOWN', 'unknown'],
	['paused', 'unknown'],
	['constructor', 'unknown'],
])('the status %j is %s', (rawStatus, status) => {
	expect(normaliseStatus(rawStatus)).toBe(status);
});
