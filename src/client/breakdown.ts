import { OutOfTime } from './in-time.js';

/** How a call came to nothing, in words and codes alone. */
export interface Breakdown {
	readonly reason: string;

	/** The platform's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
	readonly code: string | undefined;

	/** Whether the request may have arrived. */
	readonly sent: boolean;
}

/**
 * Tells what a `fetch` that threw means. The thrown error itself is never kept, not as a `cause` either: the caller's `fetch` may
 * be any HTTP library's, and their errors hold the request, the key included.
 */
export function breakdown(thrown: unknown, timeout?: number): Breakdown {
	if (thrown instanceof OutOfTime) return { reason: `time ran out after ${timeout} ms`, code: 'TIMEOUT', sent: true };
	const chain = [...causes(thrown)];
	const code = chain.flatMap((link) => link.code || []).at(0);
	const text = chain.flatMap((link) => link.message || []).at(-1) ?? String(thrown);
	return {
		reason: code === undefined || text.includes(code) ? text : `${code}: ${text}`,
		code,
		sent: !chain.some(neverLeft),
	};
}

/** The fields of platforms' errors that are of use, where they are texts. */
interface Link {
	readonly message: string;
	readonly code: string;
	readonly syscall: string;
}

function* causes(thrown: unknown): Generator<Link> {
	let link = thrown;
	for (let depth = 0; depth < deepest && typeof link === 'object' && link !== null; depth += 1) {
		const { message, code, syscall, cause, errors } = link as Partial<Record<string, unknown>>;
		yield { message: asText(message), code: asText(code), syscall: asText(syscall) };
		// A host with several addresses fails with one error an address, each alike.
		link = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
	}
}

const deepest = 8;

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Whether the connection was never made, so that nothing can have arrived: no address, nobody there, no trusted TLS. */
function neverLeft({ code, syscall }: Link): boolean {
	return syscall === 'connect' || syscall === 'getaddrinfo' || unconnected.test(code);
}

const unconnected =
	/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|CERT/;
