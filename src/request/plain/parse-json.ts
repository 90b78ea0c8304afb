import { noJson, notJson } from '../../rules.js';
import { unreadable } from './unreadable.js';
import { jsonFault } from './json-fault.js';

/**
 * Parses a text as JSON.
 *
 * @param what What the text is called in a message: `the body`.
 * @throws {InvalidRequestError} If it is not JSON. The message has the line, the column and the reason, and quotes nothing.
 */
export function parseJsonText(text: string, what: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw unreadable(messageOf(text, what));
	}
}

function messageOf(text: string, what: string): string {
	if (text.trim() === '') return noJson(what);
	const { problem, index } = jsonFault(text) ?? { problem: 'end', index: text.length };
	const before = text.slice(0, index);
	const line = before.split('\n').length;
	return notJson(what, problem, line, index - before.lastIndexOf('\n'));
}
