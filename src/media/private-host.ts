/**
 * Whether a host is this machine or in a private network, as far as its name shows. `hostname` is that of a `URL`, which writes
 * addresses in one way. Names are not resolved.
 */
export function isPrivateHost(hostname: string): boolean {
	const host = withoutDot(hostname);
	if (privateNames.test(host)) return true;
	if (!host.startsWith('[')) return privateV4.test(host);
	return privateV6.test(host) || privateV4.test(mappedV4(host));
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
	const host = withoutDot(hostname);
	return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host) || mappedV4(host).startsWith('127.');
}

/** A host in lower case, without the dot that may stand at its end. */
export function withoutDot(hostname: string): string {
	return hostname.toLowerCase().replace(/\.$/, '');
}

const privateNames = /^(?:localhost|.+\.(?:localhost|local|internal))$/;

// This network, private, shared, loopback and link-local addresses.
const privateV4 =
	/^(?:(?:0|10|127)\.\d+|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d+\.\d+$/;

// Unspecified, loopback, unique local and link-local addresses.
const privateV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;

/** The IPv4 address in `[::ffff:7f00:1]`: `127.0.0.1`. Empty if there is none. */
function mappedV4(host: string): string {
	const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? [];
	if (high === undefined || low === undefined) return '';
	return [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 0xff]).join('.');
}
