import type { LanguageState } from './language/connect-language.js';

/** What the page says beside the editor. */
export interface Status {
	readonly state: 'busy' | 'right' | 'wrong';
	readonly text: string;
}

/** Returns what the page says of the compiler and the program. */
export function statusOf(language: LanguageState, isBusy: boolean, problems: number): Status {
	if (language === 'starting') return { state: 'busy', text: 'The compiler and the types are loading…' };
	if (language === 'restarting') return { state: 'busy', text: 'The compiler took too long and starts again…' };
	if (language === 'failed') return { state: 'wrong', text: compilerFailed };
	if (isBusy) return { state: 'busy', text: 'Checking…' };
	if (problems === 0) return { state: 'right', text: 'No errors' };
	return { state: 'wrong', text: problems === 1 ? '1 error' : `${problems} errors` };
}

const compilerFailed =
	'The compiler did not start: reload the page. If that does not help, allow module workers in the browser.';
