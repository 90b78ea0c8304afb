import { InvalidRequestError, type RequestIssue } from '../../src/index.js';

/** The issues of the `InvalidRequestError` that a call throws. An error of another kind is thrown on. */
export function issuesOf(run: () => unknown): readonly RequestIssue[] {
	try {
		run();
	} catch (error) {
		if (error instanceof InvalidRequestError) return error.issues;
		throw error;
	}
	throw new Error('nothing was thrown');
}

/** Their messages. */
export function messagesOf(run: () => unknown): readonly string[] {
	return issuesOf(run).map(({ message }) => message);
}
