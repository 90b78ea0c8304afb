import { messageOf } from '../../errors/message-of.js';
import { truncate } from '../../rules.js';

/** Why an API call failed without a response, as text and codes. */
export interface NetworkFailure {
	readonly reason: string;

	/** The platform's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
	readonly code: string | undefined;

	/** Whether the request may have reached the API. */
	readonly sent: boolean;
}

/**
 * Reads what a `fetch` threw. The thrown value itself is never kept, not even as a `cause`: a custom `fetch` may throw an error
 * that holds the request, and with it the key.
 */
export function networkFailure(thrown: unknown): NetworkFailure {
	const chain = causes(thrown);
	const code = chain.flatMap((link) => link.code || []).at(0);
	const text = chain.flatMap((link) => link.message || []).at(-1) ?? messageOf(thrown);
	const reason = code === undefined || text.includes(code) ? text : `${code}: ${text}`;
	return {
		reason: truncate(reason, longestReason),
		code: code && truncate(code, longestCode),
		sent: !neverConnected(chain),
	};
}

const longestReason = 2_000;
const longestCode = 100;

/** The useful fields of a platform's error. */
interface Link {
	readonly message: string;
	readonly code: string;
	readonly syscall: string;

	/** 0 for what was thrown, 1 for its cause. */
	readonly depth: number;
}

/**
 * An error and its causes, outermost first. A host with several addresses fails with one error for each: all are in it. `budget`
 * bounds how many are read: an error may contain itself.
 */
function causes(thrown: unknown, depth = 0, budget = { left: mostLinks }): readonly Link[] {
	if (typeof thrown !== 'object' || thrown === null) return [];
	// What isn't read may say anything.
	if (depth === deepest || budget.left === 0) return [unreadable];
	budget.left -= 1;
	try {
		const { message, code, syscall, cause, errors } = thrown as Partial<Record<string, unknown>>;
		const link = { message: asText(message), code: asText(code), syscall: asText(syscall), depth };
		const inner: unknown[] = [cause, ...(Array.isArray(errors) ? errors.slice(0, mostLinks + 1) : [])];
		return [link, ...inner.flatMap((one) => causes(one, depth + 1, budget))];
	} catch {
		// A getter threw. What it threw may hold anything, so it isn't kept.
		return [unreadable];
	}
}

const unreadable: Link = { message: '', code: '', syscall: 'unknown', depth: 0 };
const deepest = 8;
const mostLinks = 64;

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Whether every link that says anything says that no connection was made, so that nothing can have arrived. */
function neverConnected(chain: readonly Link[]): boolean {
	const speaking = chain.filter(({ code, syscall }) => code !== '' || syscall !== '');
	return speaking.length > 0 && speaking.every(isUnconnected);
}

/** Unknown host, refused connection, untrusted TLS, or a proxy that refuses the connection. */
function isUnconnected({ code, syscall, depth }: Link): boolean {
	if (/^(?:connect|getaddrinfo)$/.test(syscall)) return true;
	return syscall === '' && (unconnected.test(code) || (depth > 0 && code === proxyRefusal));
}

/**
 * The code of a proxy that refuses CONNECT, as the cause of what Node's `fetch` throws. An abort by a signal has another code
 * there. Thrown directly, as undici's other functions do, it may be an abort.
 */
export const proxyRefusal = 'UND_ERR_ABORTED';

// With another system call, as in `read EHOSTUNREACH`, there was a connection, and the request may have arrived.
const unconnected =
	/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|CERT/;
