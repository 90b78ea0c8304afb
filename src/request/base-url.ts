import { ConfigurationError } from '../errors/configuration-error.js';
import { hasBlockedPort } from '../media/blocked-port.js';
import { canParseUrl } from '../media/can-parse-url.js';
import { isLoopback } from '../media/private-host.js';
import { formatValue } from '../rules.js';
import { spec } from '../spec.js';

/**
 * Checks the URL of the API that a user passed, and removes the version at its end: the path of every call begins with it.
 *
 * @param given An `https:` URL, or an `http:` URL on the loopback interface or in `allowInsecure`.
 * @throws {ConfigurationError} If the key can't be sent there safely.
 */
export function checkedBaseUrl(given: string | URL = spec.baseUrl, allowInsecure: readonly string[] = []): URL {
	if (!Array.isArray(allowInsecure)) {
		throw new ConfigurationError('allowInsecure', `is ${formatValue(allowInsecure)}: give a list of origins`);
	}
	if (!(typeof given === 'string' || given instanceof URL) || !canParseUrl(given)) {
		throw new ConfigurationError('baseUrl', `${formatValue(given)} is not a URL: write it like ${spec.baseUrl}`);
	}
	const url = new URL(given);
	url.pathname = url.pathname.replace(/\/v1\/*$/, '/');
	if (url.username || url.password || url.search || url.hash) {
		throw new ConfigurationError('baseUrl', `has a user, a query or a fragment: give ${url.origin} and a path at most`);
	}
	if (hasBlockedPort(url)) {
		throw new ConfigurationError('baseUrl', `has the port ${url.port}, which fetch refuses: use another port`);
	}
	const isAllowed = isLoopback(url.hostname) || allowInsecure.some((origin) => sameOrigin(origin, url));
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)) {
		const insecure = `${url.protocol}//${url.host}`;
		const wayOut = url.protocol === 'http:' ? `, or add ${JSON.stringify(url.origin)} to allowInsecure` : '';
		throw new ConfigurationError(
			'baseUrl',
			`${insecure} would receive the key without encryption: use https:${wayOut}`,
		);
	}
	return url;
}

function sameOrigin(origin: string, url: URL): boolean {
	return canParseUrl(origin) && new URL(origin).origin === url.origin;
}
