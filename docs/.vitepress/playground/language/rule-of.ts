import rules from 'virtual:playground/rules';
import { pattern } from './pattern.js';

/** Returns the id of the rule that a sentence of the compiler belongs to. `undefined` if it is no sentence of the rules. */
export function ruleOf(sentence: string): string | undefined {
	return rules[pattern(sentence)] ?? rules[pattern(sentence.split('; ', 1)[0]!)];
}
