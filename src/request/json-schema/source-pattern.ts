import { spec, type MediaKind } from '../../spec.js';

/**
 * The pattern of the sources of a kind of media: how they begin, and no white space in a URL. The data of base64 is not read to its
 * end, because patterns over megabytes need a deep stack in some engines.
 */
export function sourcePattern(kind: MediaKind): string {
	const { base64 } = spec.media[kind];
	const remote = spec.schemes.map((scheme) =>
		scheme.startsWith('http') ? String.raw`${scheme}[^\s/?#:]\S*` : String.raw`${scheme}\S+`,
	);
	const url = `^(?:${remote.join('|')})$`;
	return base64 === undefined ? url : String.raw`${url}|^${base64}[a-z\d][a-z\d.+-]*;base64,[A-Za-z\d+/]`;
}
