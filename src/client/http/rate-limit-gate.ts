import { maxRetryAfter } from './backoff.js';
import type { Clock } from '../clock.js';
import { retryAfter } from './retry-after.js';
import type { Transport } from './transport.js';

/**
 * A transport whose calls slow down together: a 429 holds all of them back for as long as the server asks for, up to a minute,
 * and for `interval` at least. Reads wait by themselves; a create asks for `hold` first, because an abort in that pause is
 * certain to come before the call.
 */
export function rateLimitGate(transport: Transport, interval: number, clock: Clock): Transport {
	let openAt = clock.now();
	const hold = (): number => openAt - clock.now();
	return {
		fetch: transport.fetch,
		hold,
		async send(call) {
			const pause = call.method === 'GET' ? Math.min(hold(), call.timeout) : 0;
			if (pause > 0) await clock.sleep(pause, call.signal);
			const answer = await transport.send(call);
			if (answer.status === 429) {
				const asked = Math.min(retryAfter(answer.headers) ?? 0, maxRetryAfter);
				openAt = Math.max(openAt, clock.now() + Math.max(asked, interval));
			}
			return answer;
		},
	};
}
