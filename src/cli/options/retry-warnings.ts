import type { ClientOptions } from '../../client/index.js';
import type { Context } from '../context.js';

/**
 * Returns the hook that tells of failed reads of a task. They are tried again until the deadline, which may be half an hour in which
 * nothing else is shown. The same reason is shown once.
 */
export function retryWarnings({ io, reporter }: Context): NonNullable<ClientOptions['onResponse']> {
	let shown: string | undefined;
	return ({ status, code, taskId }) => {
		if (taskId === undefined || io.signal.aborted) return;
		const reason =
			status === undefined ? (code ?? 'no answer') : status >= 500 || status === 429 ? `HTTP ${status}` : undefined;
		if (reason !== undefined && reason !== shown) {
			reporter.emit({
				event: 'warning',
				message: `a read of the task failed (${reason}): it is tried again until the deadline`,
			});
		}
		shown = reason;
	};
}
