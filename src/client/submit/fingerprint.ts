import canonicalize from 'canonicalize';
import { ConfigurationError } from '../../errors/configuration-error.js';

/** The SHA-256 of a request in the canonical form of RFC 8785, in lower-case hexadecimal: equal requests have equal ones. */
export async function fingerprintOf(body: object): Promise<string> {
	// Browsers have it on pages that are served over https: or from localhost.
	if (!(globalThis.crypto as Crypto | undefined)?.subtle) {
		throw new ConfigurationError('crypto', 'crypto.subtle is missing on this platform: serve the page over https:');
	}
	const bytes = new TextEncoder().encode(canonicalize(wellFormed(body)));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A copy whose texts are well-formed Unicode: RFC 8785 has no form for a lone surrogate. */
function wellFormed(body: object): object {
	return JSON.parse(JSON.stringify(body), (_, value: unknown) =>
		typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
	) as object;
}
