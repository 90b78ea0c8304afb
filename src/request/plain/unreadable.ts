import { InvalidRequestError } from '../../errors/invalid-request-error.js';

/** Makes the error of a text that can't be read as a request. */
export function unreadable(message: string): InvalidRequestError {
	return new InvalidRequestError([{ rule: 'unreadable', path: [], message }]);
}
