import type { ContentPlace, RequestIssue } from '../../errors/index.js';
import { printable } from './printable.js';

/** An issue of a request that flags make. */
export interface FlagIssue extends RequestIssue {
	/** The flag that the issue is about: `--duration`. */
	readonly flag?: string;
}

/** What an issue and an advice have in common. */
interface Placed {
	readonly rule: string;
	readonly path: readonly (string | number)[];
	readonly place?: ContentPlace;
	readonly flag?: string;
	readonly message: string;
}

/** Writes the issues of a request as lines, under a line that counts them. */
export function issuesText(issues: readonly FlagIssue[]): string {
	const [first, second] = issues;
	if (first?.rule === 'unreadable' && second === undefined) return first.message;
	const count = issues.length === 1 ? 'a rule' : `${issues.length} rules`;
	return [`the request breaks ${count}:`, ...issues.map((issue) => `- ${issueText(issue)}`)].join('\n');
}

/** Writes an issue or an advice as one line: its path or flag, its item, its sentence and its rule. */
export function issueText({ rule, path, place, flag = pathText(path), message }: Placed): string {
	const sentence = message.replace('set baseUrl to', 'set --base-url to');
	const item = place === undefined || place.what === 'text' ? '' : ` (${place.what})`;
	const where = flag === '' ? '' : `${flag}${item}: `;
	return printable(`${where}${sentence} [${rule}]`).replaceAll('\n', ' ');
}

/** Writes a path as JavaScript does: `content[0].text`. Empty for the request as a whole. */
function pathText(path: Placed['path']): string {
	return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
