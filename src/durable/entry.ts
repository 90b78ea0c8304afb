import type { VideoResultWithLastFrame } from '../client/index.js';
import type { TaskFailure } from '../errors/index.js';

/**
 * What the journal has of one attempt to submit, as JSON. Only the run that began an attempt writes how it ended, so that a late
 * answer is never lost.
 */
export type JournalEntry = SendingEntry | SubmittedEntry | UncertainEntry | RefusedEntry | DoneEntry;

interface EntryFields {
	/** The SHA-256 of the request in the canonical form of RFC 8785, in lower-case hexadecimal. */
	readonly fingerprint: string;
}

/** The request is about to be sent, or on its way. Written before it is sent. */
export interface SendingEntry extends EntryFields {
	readonly state: 'sending';

	/** The run that sends it: a random id. */
	readonly run: string;

	/** When the attempt began, in ISO 8601. */
	readonly at: string;

	/** How long it may take, in milliseconds: the client's `requestTimeout`. */
	readonly timeout: number;
}

/** The task exists. */
export interface SubmittedEntry extends EntryFields {
	readonly state: 'submitted';
	readonly taskId: string;

	/** When it was submitted, in ISO 8601. */
	readonly at: string;
}

/** It is unknown whether the API accepted the request. */
export interface UncertainEntry extends EntryFields {
	readonly state: 'uncertain';

	/** When the request was sent, in ISO 8601. */
	readonly sentAt: string;

	/** Why it is unknown. */
	readonly reason: string;

	/** An id that arrived in an answer that doesn't prove that the task exists. */
	readonly taskId?: string | undefined;

	/** The trace id to give to the vendor's support. */
	readonly requestId?: string | undefined;
}

/** It is certain that no task exists. The next `submit()` begins another attempt. */
export interface RefusedEntry extends EntryFields {
	readonly state: 'refused';

	/** Why there is no task. */
	readonly reason: string;
}

/** The task has ended: with a result, or with the reason why there is none. */
export interface DoneEntry extends EntryFields {
	readonly state: 'done';
	readonly taskId: string;
	readonly result?: VideoResultWithLastFrame | undefined;
	readonly failure?: TaskFailure | undefined;

	/** The file that `save()` writes the video to: its absolute path, and whether it is whole. */
	readonly file?: { readonly path: string; readonly isWhole: boolean } | undefined;
}

/** The entry of an attempt that made no task. */
export function refused({ fingerprint }: JournalEntry, reason: string): RefusedEntry {
	return { state: 'refused', fingerprint, reason };
}

/** Reads an entry from its JSON. @throws {TypeError} If it is none. */
export function parseEntry(text: string): JournalEntry {
	const value: unknown = JSON.parse(text);
	if (isEntry(value)) return value;
	throw new TypeError('the value is not an entry of this journal');
}

function isEntry(value: unknown): value is JournalEntry {
	if (!isObject(value)) return false;
	const { state, ...fields } = value as Readonly<Record<string, unknown>>;
	if (typeof state !== 'string' || !Object.hasOwn(requiredFields, state)) return false;
	const required = Object.entries(requiredFields[state as State]);
	if (!required.every(([name, type]) => typeof fields[name] === type)) return false;
	return state !== 'done' || isObject(fields['result']) || isObject(fields['failure']);
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

type State = JournalEntry['state'];

/** The fields of each state, with their types, that the steps rely on. */
const requiredFields: Readonly<Record<State, Readonly<Record<string, 'string' | 'number'>>>> = {
	sending: { fingerprint: 'string', run: 'string', at: 'string', timeout: 'number' },
	submitted: { fingerprint: 'string', taskId: 'string', at: 'string' },
	uncertain: { fingerprint: 'string', sentAt: 'string', reason: 'string' },
	refused: { fingerprint: 'string', reason: 'string' },
	done: { fingerprint: 'string', taskId: 'string' },
};
