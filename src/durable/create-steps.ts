import { originOf } from '../client/download/origin.js';
import type { Client, VideoResult } from '../client/index.js';
import type { AnyRequest } from '../client/submit/submit.js';
import { checkedTime, pollingDefaults } from '../client/options.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { readObject, readOptions } from '../errors/read-options.js';
import type { SaveOptions } from '../node/index.js';
import { formatValue } from '../rules.js';
import { checkAttempt, latestAttempt } from './check-attempt.js';
import { openJournal, type Journal } from './journal.js';
import { settleUncertain } from './settle-uncertain.js';
import type { CheckStepOptions, Steps, SubmitOutcome, SubmitStepOptions } from './steps.js';
import type { Store } from './stores/store.js';
import { submitOnce } from './submit-once.js';

/** Options of {@link createSteps}. */
export interface StepsOptions {
	/**
	 * How long to wait between two checks of a task, in milliseconds: `checkAgainAfter`. The gateway polls upstream every 15 s:
	 * asking faster gains nothing.
	 *
	 * @default 15_000
	 */
	readonly checkInterval?: number | undefined;
}

/**
 * Creates the steps of a generation that survives the end of a process: submit, check, save. An engine runs them, such as a queue or
 * a workflow; each may run again at any time, in any process, and a request is paid for once. The store keeps the journal.
 *
 * @throws {ConfigurationError} If the client, the store or an option can't be used.
 *
 * @example
 * const steps = createSteps(client, memoryStore());
 * const { taskId } = await steps.submit('order-17', request);
 * let checked = await steps.check('order-17');
 */
export function createSteps(client: Client, store: Store, options?: StepsOptions): Steps {
	checkMethods('client', client, ['submit', 'task'], 'a client, made by createClient()');
	checkMethods('store', store, ['claim', 'get', 'set'], 'a store, such as redisStore(redis)');
	const { checkInterval = pollingDefaults.maxInterval } = readOptions('options', options, ({ checkInterval }) => ({
		checkInterval,
	}));
	checkedTime('checkInterval', checkInterval);

	function journalOf(key: unknown): Journal {
		if (typeof key === 'string' && key !== '') return openJournal(store, key);
		throw new ConfigurationError('key', `is ${formatValue(key)}: give a text of your own, such as an order number`);
	}

	const steps = {
		submit: async (key: string, request: AnyRequest, given?: SubmitStepOptions) => {
			const own = readOptions('options', given, ({ signal, extraBody }) => ({ signal, extraBody }));
			return submitOnce(client, journalOf(key), key, request, own);
		},
		check: async (key: string, given?: CheckStepOptions) => {
			const own = readOptions('options', given, ({ signal }) => ({ signal }));
			const journal = journalOf(key);
			return checkAttempt(client, journal, key, await latestAttempt(journal, key), { ...own, interval: checkInterval });
		},
		save: async (key: string, path: string, given?: SaveOptions) => {
			// Loaded here, because the other steps run without Node too.
			const { readSaveOptions, saveOnce } = await import('../node/save-once.js');
			const own = readOptions('options', given, readSaveOptions);
			const journal = journalOf(key);
			const { number, entry } = await latestAttempt(journal, key);
			const { signal } = own;
			const checked = await checkAttempt(client, journal, key, { number, entry }, { signal, interval: checkInterval });
			if (!checked.done) {
				throw new ConfigurationError('key', `${formatValue(key)} has no video yet: call save() once check() is done`);
			}
			const { taskId, result } = checked;
			const load = async (): Promise<VideoResult> => {
				// A result from JSON downloads without the client's settings, and can't replace an expired URL.
				if (originOf(result) !== undefined) return result;
				const fresh = await client
					.task(taskId)
					.status({ signal })
					.catch(() => undefined);
				return fresh?.result ?? result;
			};
			const saved = entry.state === 'done' ? entry.file : undefined;
			return saveOnce(taskId, load, path, own, saved, (file) => {
				const done = { state: 'done', fingerprint: entry.fingerprint, taskId, result, file } as const;
				return journal.write({ number, entry: done }, taskId);
			});
		},
		settle: async (key: string, outcome: SubmitOutcome) => settleUncertain(client, journalOf(key), key, outcome),
	};
	// What `submit` says of a request's own type is more than the code above can follow.
	return Object.freeze(steps) as Steps;
}

function checkMethods(argument: string, given: object, names: readonly string[], wanted: string): void {
	const missing = readObject(argument, given, wanted, (value) =>
		names.find((name) => typeof (value as Readonly<Record<string, unknown>>)[name] !== 'function'),
	);
	if (missing !== undefined) {
		throw new ConfigurationError(argument, `has no method ${missing}(): pass ${wanted}`);
	}
}
