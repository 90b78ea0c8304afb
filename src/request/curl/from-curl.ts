import { InvalidRequestError } from '../../errors/invalid-request-error.js';
import {
	commandNotText,
	commandSentences,
	optionWithoutValue,
	otherMethod,
	otherTool,
	unknownInBody,
	unknownOption,
} from '../../rules.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import { parseRequest } from '../parse.js';
import { parseJsonText } from '../plain/parse-json.js';
import type { VideoRequest } from '../types.js';
import { unreadable } from '../plain/unreadable.js';
import { curlOptions, type OptionMeaning } from './curl-options.js';
import { readShellCommand, type ShellWord } from './shell-words.js';

/**
 * Reads the request from a curl command: the API page's examples, what browsers, Postman and `toCurl` copy.
 *
 * It takes one command with one JSON body, as a POSIX shell or bash reads it: continued lines, quotes, `$'…'` and a
 * here-document. Headers are skipped, and so is the URL: the key is neither kept nor part of an error. What only a shell could
 * fill in is refused by name: a variable in the body, a substitution, a file, a pipe, a second command, an unknown option.
 *
 * @returns The request, checked and frozen, as `parseRequest` returns it.
 * @throws {InvalidRequestError} If the text is no such command, its body is not JSON, or the request breaks a rule.
 *
 * @example
 * const request = fromCurl(await readFile('request.sh', 'utf8'));
 */
export function fromCurl(text: string): VideoRequest {
	if (typeof text !== 'string') {
		throw new InvalidRequestError([{ rule: 'shape', path: [], message: commandNotText(text) }]);
	}
	if (text.trim() === '') throw unreadable(commandSentences.empty);
	// A copy for another tool has another syntax: its name says more than what a shell would refuse first.
	const [, tool] = otherToolName.exec(text) ?? [];
	if (tool !== undefined) throw unreadable(otherTool(tool));
	const { words, input } = readShellCommand(text);
	if (!/(?:^|\/)curl$/.test(words[0]?.text ?? '')) throw unreadable(commandSentences.notCurl);
	const body = bodyOf(valuesOf(words.slice(1)), input);
	return parseRequest(parseJsonText(body, 'the body'));
}

/** The name of another tool at the beginning: `await` and the variables of browsers' copies may stand before it. */
const otherToolName =
	/^\s*(?:await\s+|\$session\s*=[^]*?\s(?=Invoke-))?(curl\.exe|wget|https?|xh|fetch|Invoke-\w+|iwr|irm)(?=[\s(])/i;

/** A value of an option, or a word without one, and what it means. */
interface CommandValue {
	readonly meaning: OptionMeaning;
	readonly word: ShellWord;
}

/** Reads the options of a command and their values. */
function valuesOf(words: readonly ShellWord[]): readonly CommandValue[] {
	const values: CommandValue[] = [];
	let pending: { readonly name: string; readonly meaning: OptionMeaning } | undefined;
	for (const word of words) {
		if (pending !== undefined) {
			values.push({ meaning: pending.meaning, word });
			pending = undefined;
		} else if (/^-./s.test(word.text)) {
			const { name, rest } = optionAt(word.text);
			const meaning = curlOptions.get(name)!;
			if (rest !== '') values.push({ meaning, word: { ...word, text: rest } });
			else if (meaning !== 'ignored') pending = { name, meaning };
		} else values.push({ meaning: 'url', word });
	}
	if (pending !== undefined) throw unreadable(optionWithoutValue(pending.name));
	return values;
}

/** Returns the last option in a word, which may take a value, and the value that stands in the same word: `-XPOST`, `-sSL`. */
function optionAt(word: string): { readonly name: string; readonly rest: string } {
	if (word.startsWith('--')) {
		if (curlOptions.has(word)) return { name: word, rest: '' };
		// What stands behind a `=` may be a key.
		throw unreadable(unknownOption(/^--[\w.-]{0,40}/.exec(word)![0]));
	}
	let index = 1;
	for (;;) {
		const name = `-${word.charAt(index)}`;
		const meaning = curlOptions.get(name);
		if (meaning === undefined) throw unreadable(unknownOption(name));
		index += 1;
		if (meaning !== 'ignored' || index === word.length) return { name, rest: word.slice(index) };
	}
}

/** Checks the method and the URL of a command, and returns the text of its body. */
function bodyOf(values: readonly CommandValue[], input: string | undefined): string {
	const wordsOf = (...meanings: readonly OptionMeaning[]): readonly CommandValue[] =>
		values.filter(({ meaning }) => meanings.includes(meaning));

	const method = wordsOf('method').find(({ word }) => word.text !== 'POST')?.word.text;
	if (method !== undefined) throw unreadable(otherMethod(/^[A-Za-z]{1,10}$/.exec(method)?.[0]));
	const [url, secondUrl] = wordsOf('url');
	if (secondUrl) throw unreadable(commandSentences.severalUrls);
	const [body, secondBody] = wordsOf('body', 'raw-body', 'binary-body');
	if (secondBody) throw unreadable(commandSentences.severalBodies);
	if (!url) throw unreadable(commandSentences.noUrl);
	if (!isUrl(url.word)) throw unreadable(commandSentences.badUrl);
	if (!body) throw unreadable(commandSentences.noBody);

	const { meaning, word } = body;
	if (word.unknown !== undefined) throw unreadable(unknownInBody(word.unknown));
	const readsInput = word.text === '@-' && meaning !== 'raw-body';
	if (!readsInput && input !== undefined) throw unreadable(commandSentences.unusedInput);
	if (!readsInput && word.text.startsWith('@') && meaning !== 'raw-body') throw unreadable(commandSentences.fileBody);
	if (!readsInput) return word.text;
	if (input === undefined) throw unreadable(commandSentences.noInput);
	// So curl reads its input, but for binary data.
	return meaning === 'body' ? input.replaceAll(/[\r\n]/g, '') : input;
}

/** Whether a word is an `http(s)` URL as curl takes it: the scheme may be missing, and a variable may hold a part of it. */
function isUrl({ text, unknown }: ShellWord): boolean {
	if (unknown !== undefined) return true;
	const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	return /^https?:/i.test(url) && canParseUrl(url);
}
