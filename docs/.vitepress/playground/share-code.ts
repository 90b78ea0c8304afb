import { hashOf, longestLink } from './share-link.js';

/** Puts a program into the page's address and copies that. Returns what the page says. */
export async function shareLink(code: string): Promise<string> {
	const { href } = new URL(await hashOf(code), location.href);
	if (href.length > longestLink) {
		return `the program is too long for a link: it would have ${href.length} characters, and ${longestLink} are the most`;
	}
	history.replaceState(history.state, '', href);
	try {
		await navigator.clipboard.writeText(href);
		return 'The link is copied. It holds the program, which no server receives.';
	} catch {
		return 'The browser did not allow copying: copy the link from the address bar.';
	}
}
