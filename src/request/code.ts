import { formatValue, truncate } from '../rules.js';
import type { PinnedMode } from './content/issues.js';
import { verbName } from './verb-name.js';

/** What a chain holds: its items by role, and its options by the names of the payload's fields. */
interface ChainParts {
	readonly mode: PinnedMode;
	readonly content: readonly { readonly role: string; readonly value: unknown; readonly shots?: readonly number[] }[];
	readonly options: Readonly<Record<string, unknown>>;
}

/** Writes a chain as code: `video().text('A cat').resolution('720p')`. Long values are truncated. */
export function chainCode({ mode, content, options }: ChainParts): string {
	const calls: { readonly verb: string; readonly args: unknown[] }[] = [];
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
	return `${starts[mode]}()${calls.map(({ verb, args }) => `.${verb}(${args.map(literal).join(', ')})`).join('')}`;
}

const starts: Readonly<Record<PinnedMode, string>> = { video: 'video', edit: 'editVideo', extend: 'extendVideo' };

function literal(value: unknown): string {
	if (typeof value !== 'string') return formatValue(value);
	const text = truncate(value, value.startsWith('data:') ? mostOfBase64 : mostOfText);
	return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const mostOfText = 10_000;
const mostOfBase64 = 60;
