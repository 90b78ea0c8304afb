import { wordsOf } from '../../errors/words-of.js';

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
	const text = chain.flatMap((link) => link.message || []).at(-1) ?? wordsOf(thrown);
	return {
		reason: code === undefined || text.includes(code) ? text : `${code}: ${text}`,
		code,
		sent: !chain.some(neverLeft),
	};
}

/** The useful fields of a platform's error. */
interface Link {
	readonly message: string;
	readonly code: string;
	readonly syscall: string;
}

/** An error and its causes, outermost first. */
function causes(thrown: unknown, depth = 0): readonly Link[] {
	if (typeof thrown !== 'object' || thrown === null || depth === deepest) return [];
	const { message, code, syscall, cause, errors } = thrown as Partial<Record<string, unknown>>;
	const link = { message: asText(message), code: asText(code), syscall: asText(syscall) };
	if (!Array.isArray(errors) || errors.length === 0) return [link, ...causes(cause, depth + 1)];
	// A host with several addresses fails with one error for each. If one of them may have arrived, that one counts.
	const branches = errors.map((error: unknown) => causes(error, depth + 1));
	return branches.find((branch) => !branch.some(neverLeft)) ?? [link, ...branches[0]!];
}

const deepest = 8;

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Whether no connection was made, so that nothing can have arrived: unknown host, refused connection, untrusted TLS. */
function neverLeft({ code, syscall }: Link): boolean {
	return /^(?:connect|getaddrinfo)$/.test(syscall) || (syscall === '' && unconnected.test(code));
}

// With another system call, as in `read EHOSTUNREACH`, there was a connection, and the request may have arrived.
const unconnected =
	/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|CERT/;
