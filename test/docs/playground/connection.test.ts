import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	connectLanguage,
	type LanguageConnection,
	type LanguageState,
} from '../../../docs/.vitepress/playground/language/connect-language.js';
import type { Answer, Question } from '../../../docs/.vitepress/playground/language/messages.js';

/** A worker that answers when the test says so. */
class ScriptedWorker extends EventTarget {
	readonly questions: Question[] = [];
	isEnded = false;

	postMessage(question: Question): void {
		this.questions.push(question);
	}

	terminate(): void {
		this.isEnded = true;
	}

	say(data: Answer): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

describe('the connection to the compiler', () => {
	let workers: ScriptedWorker[];
	let states: LanguageState[];
	let connection: LanguageConnection;

	beforeEach(() => {
		vi.useFakeTimers();
		workers = [];
		states = [];
		connection = connectLanguage({
			start() {
				workers.push(new ScriptedWorker());
				return workers.at(-1) as unknown as Worker;
			},
			onState: (state) => states.push(state),
			startWithin: 1000,
			answerWithin: 100,
		});
	});

	afterEach(() => {
		connection.close();
		vi.useRealTimers();
	});

	test('asks when the worker is ready, and takes answers in any order', async () => {
		const answers = Promise.all([connection.ask('hover', 'a', 1), connection.ask('hover', 'b', 2)]);
		expect(workers[0]!.questions).toEqual([]);
		workers[0]!.say({ type: 'ready' });
		await vi.waitUntil(() => workers[0]!.questions.length === 2);
		const [one, two] = workers[0]!.questions;
		workers[0]!.say({ type: 'answer', id: two!.id, value: 'second' });
		workers[0]!.say({ type: 'answer', id: one!.id, value: 'first' });
		expect(await answers).toEqual(['first', 'second']);
		expect(states).toEqual(['starting', 'ready']);
	});

	test('starts another worker if one does not answer in time', async () => {
		workers[0]!.say({ type: 'ready' });
		const unanswered = connection.ask('check', 'a').catch((error: Error) => error.message);
		await vi.advanceTimersByTimeAsync(100);
		expect(await unanswered).toContain('did not answer in time');
		expect(workers[0]!.isEnded).toBe(true);
		workers[1]!.say({ type: 'ready' });
		const answered = connection.ask('hover', 'b', 1);
		await vi.waitUntil(() => workers[1]!.questions.length === 1);
		workers[1]!.say({ type: 'answer', id: workers[1]!.questions[0]!.id, value: 'found' });
		expect(await answered).toBe('found');
		expect(states).toEqual(['starting', 'ready', 'restarting', 'ready']);
	});

	test('gives the error of a question', async () => {
		workers[0]!.say({ type: 'ready' });
		const asked = connection.ask('check', 'a').catch((error: Error) => error.message);
		await vi.waitUntil(() => workers[0]!.questions.length === 1);
		workers[0]!.say({ type: 'error', id: workers[0]!.questions[0]!.id, message: 'Debug failure' });
		expect(await asked).toBe('Debug failure');
	});

	test.each([
		['fails', () => workers[0]!.dispatchEvent(new Event('error'))],
		['does not start in time', () => vi.advanceTimersByTime(1000)],
	])('gives up if the worker %s', async (_, fail) => {
		const asked = connection.ask('check', 'a').catch((error: Error) => error.message);
		fail();
		expect(await asked).toContain('reload the page');
		expect(states).toEqual(['starting', 'failed']);
		expect(workers).toHaveLength(1);
		expect(workers[0]!.isEnded).toBe(true);
	});

	test('ends what is asked when it is closed', async () => {
		workers[0]!.say({ type: 'ready' });
		const asked = connection.ask('check', 'a').catch((error: Error) => error.message);
		await vi.waitUntil(() => workers[0]!.questions.length === 1);
		connection.close();
		expect(await asked).not.toBe('');
		expect(workers[0]!.isEnded).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
	});
});
