import { refusals } from '../../../../src/rules.js';
import { sentencesIn } from '../language/explain.js';
import { pattern } from '../language/pattern.js';

/** The rule of each sentence, by the sentence's pattern. */
export type RuleSentences = Record<string, string>;

/**
 * Returns the rule of each sentence: of those without values from the catalogue of rules, of the others from the page of the rules,
 * which shows the errors of each rule in a section of its own.
 *
 * @param page The text of `docs/rules.md`.
 */
export function ruleSentences(page: string): RuleSentences {
	const sentences: RuleSentences = {};
	for (const { rule, message } of Object.values(refusals)) sentences[pattern(message)] ??= rule;
	for (const section of page.split(/^## /m).slice(1)) {
		const [rule = ''] = section.split('\n', 1);
		for (const sentence of sentencesOf(section)) sentences[pattern(sentence)] ??= rule;
	}
	return sentences;
}

/** The sentences in a section: of the compiler, and of the run time, which stand after a rule or a path. */
function sentencesOf(section: string): string[] {
	const issues = Array.from(section.matchAll(/^(?:[a-z][\w-]*: |\[.*?\] )(.+)$/gm), ([, sentence]) => sentence!);
	return [...sentencesIn(section), ...issues];
}
