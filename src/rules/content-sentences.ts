import { spec, type MediaKind } from '../spec.js';

/** The sentence for one reference too many. */
export type TooMany<Kind extends MediaKind> =
	`a request has at most ${(typeof spec.media)[Kind]['most']} reference ${Plural[Kind]}: remove the rest`;

/** The sentence for one reference too many. */
export function tooMany<Kind extends MediaKind>(kind: Kind): TooMany<Kind> {
	const most: (typeof spec.media)[Kind]['most'] = spec.media[kind].most;
	return `a request has at most ${most} reference ${plural[kind]}: remove the rest`;
}

/** The sentence for a placeholder without its item. */
export type Dangling<
	Kind extends string,
	Number extends string,
> = `@${Kind}${Number} refers to a missing ${Kind}: attach it or correct the number`;

/** The sentence for a placeholder without its item. */
export function dangling<Kind extends string, Number extends string>(
	kind: Kind,
	number: Number,
): Dangling<Kind, Number> {
	return `@${kind}${number} refers to a missing ${kind}: attach it or correct the number`;
}

/** The sentence for a placeholder in another form than the API page's. */
export type NearPlaceholder<
	Written extends string,
	Kind extends MediaKind,
	Number extends string,
> = `"${Written}" is not the API page's form: write @${Kind}${Number}`;

/** The sentence for a placeholder in another form than the API page's. */
export function nearPlaceholder<Written extends string, Kind extends MediaKind, Number extends string>(
	written: Written,
	kind: Kind,
	number: Number,
): NearPlaceholder<Written, Kind, Number> {
	return `"${written}" is not the API page's form: write @${kind}${number}`;
}

/** The sentence for a source that only a private network can read. */
export function privateSource(host: string): string {
	return `the API cannot reach ${host}: pass a public URL, or set baseUrl to an API in the private network`;
}

const plural = { image: 'images', video: 'videos', audio: 'audio clips' } as const;
type Plural = typeof plural;
