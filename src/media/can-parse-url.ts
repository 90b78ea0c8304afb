/**
 * Tells whether a text is a URL.
 *
 * `URL.canParse` of older Node versions can't serve: after some thousand calls it refuses hosts with letters such as `ü`.
 */
export function canParseUrl(text: string | URL, base?: string): boolean {
	try {
		return new URL(text, base).href !== '';
	} catch {
		return false;
	}
}
