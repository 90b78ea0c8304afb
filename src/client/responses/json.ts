/** Parses JSON; `undefined` if the text isn't JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Parses the JSON object inside a text, as gateways quote upstream's errors: `bad response: {"error":…}`. */
export function jsonWithin(text: string): unknown {
	const start = text.indexOf('{');
	return start < 0 ? undefined : parseJson(text.slice(start, text.lastIndexOf('}') + 1));
}

/**
 * Parses the beginning of JSON, as a broken connection leaves it: with the fields whose values are complete. `undefined` if
 * nothing of it is. What follows a whole value is ignored.
 */
export function parsePartialJson(text: string): unknown {
	const whole = parseJson(text);
	if (whole !== undefined) return whole;

	/** The open brackets, and where the last complete value or opening bracket ends. */
	const open: string[] = [];
	let end = 0;
	let isKey = false;

	/** Where the last literal ends that white space follows. */
	let literalEnd = 0;
	for (const { 0: token, 1: closingQuote, 2: space, index } of text.matchAll(tokens)) {
		if (space !== undefined) {
			if (space !== '') literalEnd = index + token.length;
			continue;
		}
		if (token === '{' || token === '[') {
			if (open.push(token) > deepest) return undefined;
			isKey = token === '{';
		} else if (token === '}' || token === ']') {
			open.pop();
			isKey = false;
			// What follows the whole value isn't part of it.
			if (open.length === 0) {
				end = index + 1;
				break;
			}
		} else if (token === ',') {
			isKey = open.at(-1) === '{';
			end = index;
			continue;
		} else if (closingQuote === '') {
			break;
		} else if (isKey) {
			isKey = false;
			continue;
		}
		end = index + token.length;
	}
	const closing = open.reduce((closed, bracket) => (bracket === '{' ? '}' : ']') + closed, '');
	if (end === 0) return undefined;
	const withLiteral = literalEnd > end ? parseJson(text.slice(0, literalEnd) + closing) : undefined;
	return withLiteral ?? parseJson(text.slice(0, end) + closing);
}

const deepest = 100;

// Strings, punctuation, and literals with the white space behind them. A string that isn't closed reaches to the end of the text.
const tokens = /"(?:[^"\\]|\\.)*("?)|[{}[\],]|[-+.\w]+(\s?)/g;
