import type { Client, Task, VideoResultWithLastFrame } from '../../client/index.js';
import { isConfigurationError } from '../../errors/index.js';
import { UsageError } from '../usage-error.js';

/**
 * Returns the task of an id on the command line.
 *
 * @throws {UsageError} If it is no id: empty, a URL, or the API key.
 */
export function taskOf(client: Client, id: string): Task<VideoResultWithLastFrame> {
	if (/^https?:/i.test(id)) {
		throw new UsageError(
			'the id of a task is needed, not a URL: the URL of a video expires, and the id gives a new one',
		);
	}
	try {
		return client.task(id);
	} catch (error) {
		if (!isConfigurationError(error)) throw error;
		const message = error.message
			.replace(/^taskId/, 'the id')
			.replace('the one that submit() returned', 'the one that generate printed');
		throw new UsageError(message);
	}
}
