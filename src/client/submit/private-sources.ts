import { InvalidRequestError } from '../../errors/invalid-request-error.js';
import { isPrivateHost } from '../../media/private-host.js';
import { withPlaces } from '../../request/content/places.js';
import { readContent } from '../../request/content/read.js';
import type { VideoRequest } from '../../request/types.js';
import { privateSource } from '../../rules.js';
import { spec } from '../../spec.js';

/**
 * Refuses sources at a private host, which the API can't read. An API whose own host is private may read them: a gateway in
 * the same network, or an emulator. A `fetch` changes nothing, because it may be a proxy to the API.
 *
 * @throws {InvalidRequestError} If a source is at a private host, and the API isn't.
 */
export function refusePrivateSources(request: VideoRequest, apiHost: string): void {
	if (isPrivateHost(apiHost)) return;
	const issues = (readContent(request)?.media ?? []).flatMap(({ kind, url, index }) => {
		const host = hostOf(String(url));
		if (!isPrivateHost(host)) return [];
		return {
			rule: 'source' as const,
			path: ['content', index, spec.media[kind].type, 'url'],
			message: privateSource(host),
		};
	});
	if (issues.length > 0) throw new InvalidRequestError(withPlaces(issues, request.content));
}

/** The host of an `http(s):` URL; empty for an asset and for base64. */
function hostOf(url: string): string {
	return url.startsWith('http') ? new URL(url).hostname : '';
}
