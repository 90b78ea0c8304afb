import {
	optionSuffixes,
	suffixAgainstField,
	suffixesDiffer,
	suffixWithoutField,
	suffixWithoutValue,
} from '../../../rules.js';
import { durations, ratios, resolutions } from '../../../spec.js';
import { findSuffixes, withoutSuffixes, type Suffix, type SuffixField } from './suffix-text.js';
import { withPrompt, type Finding, type LintSubject } from '../subject.js';

/**
 * Advises to write options as fields, and not as suffixes of the prompt: `--ratio 16:9`. Those that do not contradict a field or
 * each other can be moved.
 */
export function checkSuffixes({ prompt, request }: LintSubject): readonly Finding[] {
	if (prompt === undefined) return [];
	const { text, path } = prompt;
	const findings: Finding[] = [];
	const moved: Suffix[] = [];
	const fields: [field: keyof typeof choices, value: unknown][] = [];
	for (const [field, suffixes] of groupedByField(findSuffixes(text))) {
		const written = distinct(suffixes);
		if (field === 'none') {
			findings.push({ rule: 'unsupported-suffix', path, message: suffixWithoutField(written) });
			continue;
		}
		const values = [...new Set(suffixes.map(({ value }) => valueOf(field, value)))];
		const [value] = values;
		const given = request[field];
		if (values.length > 1) {
			findings.push({ rule: 'suffix-conflict', path, message: suffixesDiffer(written, field) });
		} else if (value === undefined) {
			const message = suffixWithoutValue(written, field, choices[field]);
			findings.push({ rule: 'unsupported-suffix', path, message });
		} else if (given !== undefined && given !== value) {
			const message = suffixAgainstField(written, field, given);
			findings.push({ rule: 'suffix-conflict', path, message });
		} else {
			// Not as arguments: there may be more than a call can have.
			for (const suffix of suffixes) moved.push(suffix);
			fields.push([field, value]);
		}
	}
	if (moved.length === 0) return findings;
	moved.sort((a, b) => a.index - b.index);
	const rest = withoutSuffixes(text, moved);
	return [
		{
			rule: 'option-suffix',
			path,
			message: optionSuffixes(distinct(moved), fields),
			...(rest !== undefined && {
				mend: () => ({ ...withPrompt(request, rest), ...(Object.fromEntries(fields) as object) }),
			}),
		},
		...findings,
	];
}

/** The suffixes as they are written, each once. */
function distinct(suffixes: readonly Suffix[]): readonly string[] {
	return [...new Set(suffixes.map(({ written }) => written))];
}

const choices = { resolution: resolutions, ratio: ratios, duration: durations, watermark: [true, false] } as const;

function groupedByField(suffixes: readonly Suffix[]): ReadonlyMap<SuffixField, readonly Suffix[]> {
	const groups = new Map<SuffixField, Suffix[]>();
	for (const suffix of suffixes) {
		const group = groups.get(suffix.field);
		if (group === undefined) groups.set(suffix.field, [suffix]);
		else group.push(suffix);
	}
	return groups;
}

/** The value of a field that a suffix means; `undefined` if the API has no such value. Seconds may have their unit. */
function valueOf(field: keyof typeof choices, written: string | undefined): unknown {
	const text = written?.toLowerCase();
	const meant = field === 'duration' ? text?.replace(/(?<=\d)s(?:ecs?|econds?)?$/, '') : text;
	return choices[field].find((choice) => String(choice) === meant);
}
