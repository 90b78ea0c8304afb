import { isReservedHost, isUnreachableHost } from '../../media/unreachable-host.js';
import { unreachableSource } from '../../rules.js';
import { spec } from '../../spec.js';
import type { Finding, LintSubject } from './subject.js';

/** Advises against sources at hosts that the API can't reach, as far as the name of the host shows. */
export function checkHosts({ media }: LintSubject): readonly Finding[] {
	return media.flatMap(({ url, index, kind }): Finding[] => {
		if (!url.startsWith('http')) return [];
		const host = new URL(url).hostname;
		if (!isUnreachableHost(host)) return [];
		const path = ['content', index, spec.media[kind].type, 'url'];
		return [{ rule: 'unreachable-host', path, message: unreachableSource(host, isReservedHost(host)) }];
	});
}
