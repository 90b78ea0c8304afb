import { posix } from 'node:path';

/** A built page: its path in the folder of the site, as in `api/index.html`, and its text. */
export interface Page {
	readonly path: string;
	readonly html: string;
}

/**
 * Returns the links of the pages that lead nowhere: to a page or a file that the site doesn't have, or to an anchor that its page
 * doesn't have. Links to other hosts are not followed.
 */
export function deadLinks(pages: readonly Page[], files: readonly string[], base: string): string[] {
	const anchors = new Map(pages.map(({ path, html }) => [path, anchorsOf(html)]));
	const known = new Set(files);
	return pages.flatMap(({ path, html }) =>
		linksOf(html)
			.filter((link) => {
				const { pathname, hash } = new URL(link, `http://site${base}${path}`);
				if (!pathname.startsWith(base)) return true;
				const target = fileOf(pathname.slice(base.length), known);
				const anchor = decodeURIComponent(hash.slice(1));
				return target === undefined || (anchor !== '' && anchors.get(target)?.has(anchor) !== true);
			})
			.map((link) => `${path}: ${link}`),
	);
}

/** The links of a page within its site. */
function linksOf(html: string): string[] {
	const links = Array.from(html.matchAll(/<a [^>]*?href="([^"]*)"/g), ([, link]) => link!.replaceAll('&amp;', '&'));
	return [...new Set(links)].filter((link) => !/^[a-z]+:/.test(link));
}

function anchorsOf(html: string): Set<string> {
	return new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id!));
}

/** The file that a server answers with to a path: addresses have no `.html`. */
function fileOf(path: string, files: ReadonlySet<string>): string | undefined {
	const decoded = decodeURIComponent(path);
	return [decoded, `${decoded}.html`, posix.join(decoded, 'index.html')].find((file) => files.has(file));
}
