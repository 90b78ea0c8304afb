import { InvalidRequestError } from '../errors/invalid-request-error.js';
import { wrongType } from '../rules.js';

/**
 * Checks that a value is text. The compiler can't, in JavaScript and for `any`.
 *
 * @throws {InvalidRequestError} If it is not a string.
 */
export function checkText(value: unknown): asserts value is string {
	if (typeof value === 'string') return;
	throw new InvalidRequestError([{ rule: 'shape', path: [], message: wrongType('text', value, 'a string') }], 'prompt');
}
