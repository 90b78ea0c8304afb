import { systemClock, withinTime } from '../client/clock.js';
import { safeCause } from '../errors/safe-cause.js';
import { StoreError } from '../errors/store-error.js';
import { parseEntry, refused, type JournalEntry } from './entry.js';
import type { Store } from './stores/store.js';

/** An attempt to submit: its entry, and its number, from 1. */
export interface Attempt<Entry extends JournalEntry = JournalEntry> {
	readonly number: number;
	readonly entry: Entry;
}

/** The journal of one key. Each attempt has an entry of its own, under the key, a colon and its number. */
export interface Journal {
	/** The latest attempt; `undefined` if there is none. */
	latest(): Promise<Attempt | undefined>;

	/**
	 * Writes the first entry of an attempt, unless there is one, and resolves with whether it did. If the store was so slow that the
	 * run is over by then, the attempt is given up.
	 */
	claim(attempt: Attempt, isOver: () => boolean): Promise<boolean>;

	/** The entry of an attempt; `undefined` if there is none. */
	read(number: number): Promise<JournalEntry | undefined>;

	/** Replaces the entry of an attempt. What fails is tried again, up to three times in all. */
	write(attempt: Attempt, taskId?: string): Promise<void>;
}

/** Opens the journal of a key. Its methods throw a {@link StoreError} if the store fails. */
export function openJournal(store: Store, key: string): Journal {
	const storeKey = (number: number): string => `${key}:${number}`;

	async function call<Value>(
		operation: StoreError['operation'],
		number: number,
		taskId: string | undefined,
		work: () => Value,
	): Promise<Awaited<Value>> {
		try {
			return await withinTime(mostTime, async () => work());
		} catch (cause) {
			throw new StoreError({ operation, key: storeKey(number), taskId, cause: safeCause(cause) });
		}
	}

	async function read(number: number): Promise<JournalEntry | undefined> {
		return call('get', number, undefined, async () => {
			const text = await store.get(storeKey(number));
			return text === undefined || text === null ? undefined : parseEntry(text);
		});
	}

	return {
		read,
		async latest() {
			let last: Attempt | undefined;
			for (let number = 1; number <= mostAttempts; number += 1) {
				const entry = await read(number);
				if (entry === undefined) return last;
				last = { number, entry };
			}
			const cause = new Error(`it has ${mostAttempts} attempts or more: get() may ignore its key`);
			throw new StoreError({ operation: 'get', key: storeKey(mostAttempts), cause });
		},
		claim: ({ number, entry }, isOver) =>
			call('claim', number, undefined, async () => {
				const first: unknown = await store.claim(storeKey(number), JSON.stringify(entry));
				if (typeof first !== 'boolean') throw new TypeError('claim() resolved with no boolean');
				if (first && isOver())
					await store.set(storeKey(number), JSON.stringify(refused(entry, 'the store was too slow')));
				return first;
			}),
		async write({ number, entry }, taskId) {
			const text = JSON.stringify(entry);
			for (let failures = 0; ;) {
				try {
					await call('set', number, taskId, () => store.set(storeKey(number), text));
					return;
				} catch (error) {
					failures += 1;
					if (failures === mostWrites) throw error;
					await systemClock.sleep(failures * pauseBetweenWrites);
				}
			}
		},
	};
}

/** How long a store may take for one call, in milliseconds. */
const mostTime = 30_000;

/** How many attempts a key may have. A store that ignores the key would be read for ever. */
const mostAttempts = 10_000;
const mostWrites = 3;
const pauseBetweenWrites = 500;
