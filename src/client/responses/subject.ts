import { toId, toLabel, toText, toTime } from './coerce.js';
import { lookupOuter } from './lookup.js';
import { isError } from './read.js';

/** What an answer to a read is about. */
export type Subject = 'the task' | 'another task' | 'unknown';

/**
 * Tells what an answer to a read is about. The task, if it has its id, or else a field that only a task has: `data.status`,
 * `fail_reason` or the time when it was finished. A status beside an error may be about the read itself.
 */
export function subjectOf(json: unknown, taskId: string): Subject {
	const find = lookupOuter(json);
	const named = find(toId, 'task_id');
	if (named !== undefined) return named === taskId ? 'the task' : 'another task';

	const id = find(toId, 'id');
	if (id === taskId) return 'the task';
	// A number may be the row of a database, and an id beside an error is the id of the request.
	if (find(toText, 'id') && !isError(json)) return 'another task';

	const ownField =
		find(toLabel, 'data', 'status') ??
		find(toLabel, 'fail_reason') ??
		find(toTime, 'finish_time') ??
		find(toTime, 'completed_at');
	return ownField === undefined ? 'unknown' : 'the task';
}
