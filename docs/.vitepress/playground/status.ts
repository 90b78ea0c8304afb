import type { LanguageState } from './language/connect-language.js';
import type { ProgramResult } from './program/messages.js';

/** What the page says beside the editor. */
export interface Status {
	readonly state: 'busy' | 'right' | 'wrong';
	readonly text: string;
}

/** What the status depends on. */
export interface StatusFacts {
	readonly language: LanguageState;

	/** Whether the last change has not been checked and run yet. */
	readonly isBusy: boolean;

	/** How many errors the compiler found. */
	readonly problems: number;
	readonly result: ProgramResult | undefined;
}

/** Returns what the page says of the compiler and the program. */
export function statusOf({ language, isBusy, problems, result }: StatusFacts): Status {
	if (language === 'starting') return { state: 'busy', text: 'The compiler and the types are loading…' };
	if (language === 'restarting') return { state: 'busy', text: 'The compiler took too long and starts again…' };
	if (language === 'failed') return { state: 'wrong', text: compilerFailed };
	if (isBusy) return { state: 'busy', text: 'Checking…' };
	if (problems > 0) return { state: 'wrong', text: problems === 1 ? '1 error' : `${problems} errors` };
	if (result?.type === 'stopped') return { state: 'wrong', text: 'The program stopped' };
	if (result?.shown.some(({ type }) => type === 'refusal'))
		return { state: 'wrong', text: 'A request breaks the rules' };
	return { state: 'right', text: 'No errors' };
}

const compilerFailed =
	'The compiler did not start: reload the page. If that does not help, allow module workers in the browser.';
