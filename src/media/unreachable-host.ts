import { isPrivateHost, withoutDot } from './private-host.js';

/**
 * Whether no host on the public internet can have this name or address, as far as it shows. `hostname` is that of a `URL`. Names
 * are not resolved.
 */
export function isUnreachableHost(hostname: string): boolean {
	return isPrivateHost(hostname) || isReservedHost(hostname) || networkNames.test(withoutDot(hostname));
}

/**
 * Whether a name or an address is reserved for examples and tests.
 *
 * @see RFC 2606 and RFC 6761 for names, RFC 5737, RFC 2544 and RFC 3849 for addresses.
 */
export function isReservedHost(hostname: string): boolean {
	return reserved.test(withoutDot(hostname));
}

/**
 * Names in a local network: those without a dot, and the domains of RFC 6762, appendix G, RFC 8375 and routers. An onion service
 * is in a network of its own.
 */
const networkNames = /^(?:[^.[\]]+|.+\.(?:lan|home|home\.arpa|intranet|private|corp|localdomain|onion))$/;

const reserved =
	/^(?:(?:.+\.)?(?:test|example|invalid)|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+|198\.1[89]\.\d+\.\d+|(?:22[4-9]|2[3-5]\d)\.\d+\.\d+\.\d+|\[2001:db8:.*\]|\[ff[0-9a-f]{2}:.*\])$/;
