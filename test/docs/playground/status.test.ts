import { expect, test } from 'vitest';
import { statusOf, type StatusFacts } from '../../../docs/.vitepress/playground/status.js';

const right: StatusFacts = {
	language: 'ready',
	isBusy: false,
	problems: 0,
	result: { type: 'finished', shown: [], lines: [] },
};

test.each<[string, Partial<StatusFacts>, string]>([
	['a program without errors', {}, 'right: No errors'],
	['a compiler that loads', { language: 'starting', isBusy: true }, 'busy: The compiler and the types are loading…'],
	['a compiler that starts again', { language: 'restarting' }, 'busy: The compiler took too long and starts again…'],
	['a change', { isBusy: true, problems: 2 }, 'busy: Checking…'],
	['an error', { problems: 1, result: undefined }, 'wrong: 1 error'],
	['errors', { problems: 2, result: undefined }, 'wrong: 2 errors'],
	[
		'a program that throws',
		{ result: { type: 'stopped', message: 'no', issues: [], lines: [] } },
		'wrong: The program stopped',
	],
	[
		'a request that is refused',
		{ result: { type: 'finished', shown: [{ type: 'refusal', name: 'a', issues: [] }], lines: [] } },
		'wrong: A request breaks the rules',
	],
])('the status tells of %s', (_, facts, expected) => {
	const { state, text } = statusOf({ ...right, ...facts });
	expect(`${state}: ${text}`).toBe(expected);
});

test('the status of a compiler that did not start says what to do', () => {
	expect(statusOf({ ...right, language: 'failed' })).toMatchObject({
		state: 'wrong',
		text: expect.stringContaining('reload the page'),
	});
});
