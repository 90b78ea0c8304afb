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
