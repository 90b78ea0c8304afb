import { formatValue } from './values.js';

/** What is wrong with a text that should be JSON, at the place where it stops being JSON. */
export type JsonProblem = keyof typeof jsonProblems;

const jsonProblems = {
	end: 'the text ends too early',
	value: 'a value is expected',
	name: 'a name in double quotes is expected',
	colon: 'a colon is expected',
	separator: 'a comma or a closing bracket is expected',
	rest: 'nothing more is expected',
	escape: 'a backslash begins no valid escape',
	control: 'a string has a line break or a control character: write it as an escape, such as \\n',
};

/** The sentence for a text that is not JSON. It quotes nothing of the text, which may hold a key. */
export function notJson(what: string, problem: JsonProblem, line: number, column: number): string {
	return `${what} is not JSON at line ${line}, column ${column}: ${jsonProblems[problem]}`;
}

/** The sentence for an empty text in the place of JSON. */
export function noJson(what: string): string {
	return `${what} is empty: give the request as JSON`;
}

/** The sentence for a command that is not text. */
export function commandNotText(value: unknown): string {
	return `the command is ${value === undefined ? 'missing' : formatValue(value)}: give the text of a curl command`;
}

/** The sentence for a command of another tool than curl. */
export function otherTool(tool: string): string {
	return `the command is ${tool}, not curl: copy the request as a curl command for bash`;
}

/** The sentence for what a shell would do with a command beside the call of curl. */
export function shellFeature(what: string, line: number): string {
	return `the command has ${what} at line ${line}: give the curl command alone, with its values written out`;
}

/** The sentence for a part of the body that only a shell can fill in. */
export function unknownInBody(what: string): string {
	return `the body has ${what}, which a shell would replace: put the whole JSON in single quotes`;
}

/** The sentence for an option that changes the request, or that is none of curl's. */
export function unknownOption(option: string): string {
	return `the option ${option} is not supported: remove it, or pass the JSON to parseRequest`;
}

/** The sentence for an option without its value. */
export function optionWithoutValue(option: string): string {
	return `the option ${option} has no value: add it, or remove the option`;
}

/** The sentence for a method that creates nothing. */
export function otherMethod(method: string | undefined): string {
	return `the method is ${method ?? 'not POST'}: a request is created with POST`;
}

/** The sentences for a command that contain no value of it. None quotes a header: it may hold the key. */
export const commandSentences = {
	empty: 'the command is empty: give the text of a curl command',
	notCurl: 'the text does not begin with curl: give the curl command alone',
	windows: 'the command has ^ outside quotes, as copies for Windows have: copy it as cURL (bash)',
	tooManyWords: 'the command has too many words: put each value in quotes',
	unclosed: 'a quote is not closed: add the missing quote, or copy the command again',
	nul: 'the command has a NUL character, which a shell cannot pass: remove it',
	spaceBehindBackslash: 'a line ends with a backslash and a space: remove the space',
	noUrl: 'the command has no URL: add the URL of the API',
	severalUrls: 'the command has several URLs or loose words: give one URL, and put values with spaces in quotes',
	badUrl: 'the URL of the command is not an http(s) URL: correct it',
	noBody: 'the command has no body: add the request as JSON with -d',
	severalBodies: 'the command has several bodies, which curl joins with &: give one -d with the whole JSON',
	fileBody: 'the body is read from a file: write its JSON into the command, in single quotes',
	noInput: 'the body is read from the input, which the command does not have: write its JSON into the command',
	unusedInput: 'the command has a here-document that no option reads: add --data @-, or remove it',
	expandedHereDocument:
		"the here-document has a $, a ` or a \\ that the shell replaces: put its delimiter in quotes, such as <<'JSON'",
	badEscape: "a text in $'…' has the code of no character: correct it, or copy the command again",
	openHereDocument: 'the here-document has no line that ends it: add the line',
} as const;
