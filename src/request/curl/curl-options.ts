/** What an option of curl means for the request. */
export type OptionMeaning = 'ignored' | 'ignored-value' | 'method' | 'url' | 'body' | 'raw-body' | 'binary-body';

/**
 * The options of curl that copies of a request have, by their names. Those that don't change the request are ignored: headers
 * and cookies, which may hold a key, and what curl does with the answer.
 */
export const curlOptions: ReadonlyMap<string, OptionMeaning> = /* @__PURE__ */ new Map<string, OptionMeaning>([
	['-d', 'body'],
	['--data', 'body'],
	['--data-ascii', 'body'],
	['--data-raw', 'raw-body'],
	['--data-binary', 'binary-body'],
	['--json', 'binary-body'],
	['-X', 'method'],
	['--request', 'method'],
	['--url', 'url'],
	['-H', 'ignored-value'],
	['--header', 'ignored-value'],
	['-b', 'ignored-value'],
	['--cookie', 'ignored-value'],
	['-A', 'ignored-value'],
	['--user-agent', 'ignored-value'],
	['-e', 'ignored-value'],
	['--referer', 'ignored-value'],
	['-m', 'ignored-value'],
	['--max-time', 'ignored-value'],
	['--connect-timeout', 'ignored-value'],
	['-L', 'ignored'],
	['--location', 'ignored'],
	['--compressed', 'ignored'],
	['-s', 'ignored'],
	['--silent', 'ignored'],
	['-S', 'ignored'],
	['--show-error', 'ignored'],
	['-k', 'ignored'],
	['--insecure', 'ignored'],
	['-i', 'ignored'],
	['--include', 'ignored'],
	['-v', 'ignored'],
	['--verbose', 'ignored'],
	['-f', 'ignored'],
	['--fail', 'ignored'],
	['--fail-with-body', 'ignored'],
]);
