import { formatValue, truncate } from '../../rules.js';
import type { PinnedMode } from '../content/issues.js';
import { verbName } from '../verb-name.js';

/** What a chain holds: its items by role, and its options by the names of the payload's fields. */
export interface ChainParts {
	readonly mode: PinnedMode;
	readonly content: readonly { readonly role: string; readonly value: unknown; readonly shots?: readonly number[] }[];
	readonly options: Readonly<Record<string, unknown>>;
}

/** A call of a verb, with its arguments. */
export interface VerbCall {
	readonly verb: string;
	readonly args: unknown[];
}

/** Writes a chain as code: `video().text('A cat').resolution('720p')`. By default, long values are truncated. */
export function chainCode(
	{ mode, content, options }: ChainParts,
	write: (call: VerbCall) => string = shortCall,
): string {
	const calls: VerbCall[] = [];
	for (const { role, value } of content) {
		const verb = verbName(role);
		const previous = calls.at(-1);
		if (previous?.verb === verb && role.startsWith('reference')) previous.args.push(value);
		else calls.push({ verb, args: [value] });
	}
	const [seconds] = content.flatMap(({ shots = [] }) => shots);
	const fields = seconds === undefined ? options : { duration: seconds, ...options };
	for (const [field, value] of Object.entries(fields)) {
		calls.push(field === 'tools' ? { verb: 'webSearch', args: [] } : { verb: verbName(field), args: [value] });
	}
	return `${mode === 'video' ? mode : `${mode}Video`}()${calls.map(write).join('')}`;
}

/** Writes a text as a literal in single quotes. */
export function quoted(text: string): string {
	return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function shortCall({ verb, args }: VerbCall): string {
	return `.${verb}(${args.map(shortLiteral).join(', ')})`;
}

function shortLiteral(value: unknown): string {
	if (typeof value !== 'string') return formatValue(value);
	return quoted(truncate(value, value.startsWith('data:') ? mostOfBase64 : mostOfText));
}

const mostOfText = 10_000;
const mostOfBase64 = 60;
