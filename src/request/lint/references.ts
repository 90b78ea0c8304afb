import { normalizeReferences, type ReferenceChange } from '../../prompt/normalize-references.js';
import { missingItems, otherForms, unmentioned } from '../../rules.js';
import { withPrompt, type Finding, type LintSubject } from './subject.js';

/** Advises to write references in the API page's form, and to attach what they refer to. */
export function checkReferenceForms({ prompt, media, request }: LintSubject): readonly Finding[] {
	if (prompt === undefined) return [];
	const { text, path } = prompt;
	const attached = new Set(media.map(({ placeholder }) => placeholder));
	const changes = normalizeReferences(text).changes;
	const right = changes.filter(({ to }) => attached.has(to.trim()));
	const missing = changes.filter(({ to }) => !attached.has(to.trim()));
	const findings: Finding[] = [];
	if (right.length > 0) {
		const shown = distinct(right).map(({ from, to }) => ({ from, to: to.trim() }));
		const mend = () => withPrompt(request, applied(text, right));
		findings.push({ rule: 'reference-form', path, message: otherForms(shown), mend });
	}
	if (missing.length > 0) {
		const message = missingItems(distinct(missing).map(({ from }) => from));
		findings.push({ rule: 'unattached-reference', path, message });
	}
	return findings;
}

/** Advises to mention every reference. A request without a prompt mentions none, as the API page allows. */
export function checkMentions({ prompt, media }: LintSubject): readonly Finding[] {
	if (prompt === undefined) return [];
	return media
		.filter(({ isReference, placeholder }) => isReference && !mentions(prompt.normalized, placeholder))
		.map(({ index, placeholder, kind }) => ({
			rule: 'unmentioned-reference',
			path: ['content', index],
			message: unmentioned(placeholder, kind),
		}));
}

function mentions(text: string, placeholder: string): boolean {
	return new RegExp(`(?<!\\w)${placeholder}(?!\\d)`).test(text);
}

/** The first change of each reference, by how it is written. */
function distinct(changes: readonly ReferenceChange[]): readonly ReferenceChange[] {
	return [...new Map(changes.map((change) => [change.from, change])).values()];
}

function applied(text: string, changes: readonly ReferenceChange[]): string {
	let end = 0;
	const pieces = changes.map(({ from, to, index }) => {
		const piece = text.slice(end, index) + to;
		end = index + from.length;
		return piece;
	});
	return pieces.join('') + text.slice(end);
}
