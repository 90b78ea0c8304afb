import { InvalidRequestError } from '../errors/invalid-request-error.js';
import { promptTag } from '../rules.js';
import { createPrompt, valueIssue } from './compose/create-prompt.js';
import { composeTemplate, isTemplate } from './compose/parts.js';
import type { PromptOf } from './compose/prompt-of.js';
import type { PromptValue } from './types.js';

/**
 * Creates a prompt from text with handles in their places. It also takes lists of handles, numbers, other prompts and shot
 * lists. The handles of all of them are merged, and their numbers are written at the end, by the chain.
 *
 * A list of handles is written as prose, with "and" before the last one. A space is added between a placeholder and a letter or a
 * digit that would change its meaning. `@image1` is refused beside handles: its meaning would change with the next handle.
 *
 * @throws {InvalidRequestError} If a value is none of these, such as `undefined`, if `@image1` stands beside handles, if there are two
 * shot lists, or if `prompt` is called with parentheses. The path of an issue is the position of its value.
 *
 * @example
 * const hero = media.image('https://example.com/hero.jpg');
 * const tower = media.video('https://example.com/tower.mp4');
 * const opening = prompt`In ${tower}, ${hero} wakes`;
 * const scene = prompt`${opening}. ${hero} says ${dialogue('You came.')}`;
 * video().text(scene).resolution('1080p').build();
 */
export function prompt<const Values extends readonly PromptValue[]>(
	strings: TemplateStringsArray,
	...values: Values
): PromptOf<Values> {
	if (!isTemplate(strings)) {
		throw new InvalidRequestError([{ rule: 'prompt-value', path: [], message: promptTag }], 'prompt');
	}
	const composition = composeTemplate(strings, values);
	const issues = composition.invalid.map((index) => valueIssue(`value ${index + 1}`, [index], values[index]));
	return createPrompt(composition, issues) as PromptOf<Values>;
}
