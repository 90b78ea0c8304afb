/** The value that a text is the JSON of; `undefined` where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The object that stands as JSON somewhere in a text, as gateways quote upstream's errors: `bad response: {"error":…}`. */
export function jsonWithin(text: string): unknown {
	const start = text.indexOf('{');
	return start < 0 ? undefined : parseJson(text.slice(start, text.lastIndexOf('}') + 1));
}
