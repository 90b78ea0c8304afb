import { commandSentences, shellFeature } from '../../rules.js';
import { unreadable } from '../plain/unreadable.js';
import { readAnsiC } from './ansi-c.js';
import { readHereDocument, type HereDocument } from './here-document.js';

/** A word of a command, without its quotes. */
export interface ShellWord {
	readonly text: string;

	/** What only a shell can fill in, in words: `a variable`. Its source is in the text. */
	readonly unknown?: string | undefined;
}

/** A single command. */
export interface ShellCommand {
	readonly words: readonly ShellWord[];

	/** The text of its here-document. */
	readonly input?: string | undefined;
}

/**
 * Reads a single command as a POSIX shell and bash do: quotes, escapes, continued lines, comments and one here-document. The
 * time grows with the length of the text.
 *
 * @throws {InvalidRequestError} If the text has more than that: a second command, a pipe, a substitution, an open quote.
 */
export function readShellCommand(text: string): ShellCommand {
	if (text.includes('\0')) throw unreadable(commandSentences.nul);
	return new CommandReader(text.replaceAll('\r\n', '\n')).read();
}

/** Characters with a meaning outside quotes, and those in double quotes. */
const special = /[\s\\'"$`^#|&;()<>{}*?[\]~]/g;
const specialInQuotes = /["\\$`]/g;

/** A backslash that continues no line, because white space stands behind it. */
const trailingSpace = /\\[ \t]+(?:\n|$)/y;

/** A variable, by its name or by its character. */
const variable = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}|[\d@*#?$!-])/y;

/** A copy of a browser has fewer than a hundred words. */
const mostWords = 2_000;

class CommandReader {
	readonly #text: string;
	readonly #words: ShellWord[] = [];
	#index = 0;

	/** The word that is being read. `undefined` between words. */
	#word: string | undefined;
	#unknown: string | undefined;
	#document: HereDocument | undefined;
	#input: string | undefined;
	#hasEnded = false;

	constructor(text: string) {
		this.#text = text;
	}

	read(): ShellCommand {
		while (this.#index < this.#text.length) this.#step(this.#text.charAt(this.#index));
		this.#endWord();
		if (this.#document) throw unreadable(commandSentences.openHereDocument);
		return { words: this.#words, input: this.#input };
	}

	/** Reads what begins with this character, outside quotes. */
	#step(character: string): void {
		if (character === '\n') return this.#endLine();
		if (/\s/.test(character) && character <= ' ') return this.#endWord(1);
		if (character === '#' && this.#word === undefined) return this.#skipTo(this.#find('\n'));
		if (character === '\\') return this.#escape();
		if ('|&;()<>'.includes(character)) return this.#operator();
		if (this.#hasEnded) throw this.#refused('a second command');
		if (character === "'") return this.#add(this.#text.slice(this.#index + 1, this.#closing("'")), 2);
		if (character === '"') return this.#doubleQuotes();
		if (character === '$') return this.#dollar();
		if (character === '`') throw this.#refused('"`"');
		if (character === '^') throw unreadable(commandSentences.windows);
		if ('{}*?[]~'.includes(character)) this.#unknown ??= `"${character}" outside quotes`;
		const end = this.#next(special, this.#index + 1);
		this.#add(this.#text.slice(this.#index, end));
	}

	#endLine(): void {
		this.#endWord();
		if (this.#document) {
			const { input, end } = readHereDocument(this.#text, this.#index, this.#document);
			this.#input = input;
			this.#document = undefined;
			this.#index = end;
		} else this.#index += 1;
		this.#hasEnded = this.#words.length > 0;
	}

	#endWord(skipped = 0): void {
		if (this.#word !== undefined) this.#words.push({ text: this.#word, unknown: this.#unknown });
		if (this.#words.length > mostWords) throw unreadable(commandSentences.tooManyWords);
		this.#word = this.#unknown = undefined;
		this.#index += skipped;
	}

	#escape(): void {
		const next = this.#text.charAt(this.#index + 1);
		if (next === '\n' || next === '') return this.#skipTo(this.#index + 2);
		trailingSpace.lastIndex = this.#index;
		if (trailingSpace.test(this.#text)) throw unreadable(commandSentences.spaceBehindBackslash);
		if (this.#hasEnded) throw this.#refused('a second command');
		this.#add(next, 1);
	}

	#operator(): void {
		this.#endWord();
		const [operator = ''] =
			/^(?:<<<|<<-?|\|\||&&|[|&;()<>])/.exec(this.#text.slice(this.#index, this.#index + 3)) ?? [];
		const pattern = /<<[ \t]*(?:'([^'\n]+)'|"([^"\\$`\n]+)"|(\\?)([\w.-]+))/y;
		pattern.lastIndex = this.#index;
		const match = operator === '<<' && this.#input === undefined && !this.#document && pattern.exec(this.#text);
		if (!match) throw this.#refused(`"${operator}"`);
		const [whole, single, double, backslash, bare] = match;
		this.#document = { delimiter: single ?? double ?? bare!, isLiteral: bare === undefined || backslash !== '' };
		this.#index += whole.length;
	}

	#doubleQuotes(): void {
		this.#add('', 1);
		for (;;) {
			const end = this.#next(specialInQuotes, this.#index);
			this.#add(this.#text.slice(this.#index, end));
			const character = this.#text.charAt(end);
			if (character === '') throw unreadable(commandSentences.unclosed);
			if (character === '"') return this.#skipTo(end + 1);
			if (character === '`') throw this.#refused('"`"');
			if (character === '$') this.#expansion();
			else this.#escapeInQuotes(this.#text.charAt(end + 1));
		}
	}

	#escapeInQuotes(next: string): void {
		if (next === '\n') this.#skipTo(this.#index + 2);
		else if (next !== '' && '"\\$`'.includes(next)) this.#add(next, 1);
		else this.#add('\\');
	}

	#dollar(): void {
		const next = this.#text.charAt(this.#index + 1);
		if (next === '"') throw this.#refused("'$\"'");
		if (next !== "'") return this.#expansion();
		const { text, end } = readAnsiC(this.#text, this.#index + 2);
		this.#word = (this.#word ?? '') + text;
		this.#index = end;
	}

	/** Reads a variable, or a `$` that stands for itself. */
	#expansion(): void {
		variable.lastIndex = this.#index;
		const [name] = variable.exec(this.#text) ?? [];
		const next = this.#text.charAt(this.#index + 1);
		if (name === undefined && next !== '' && '({['.includes(next)) throw this.#refused(`"$${next}"`);
		if (name !== undefined) this.#unknown ??= 'a variable';
		this.#add(name ?? '$');
	}

	/** Adds to the word a text that stands at the index, and skips it with this many characters around it. */
	#add(text: string, around = 0): void {
		this.#word = (this.#word ?? '') + text;
		this.#index += text.length + around;
	}

	#skipTo(index: number): void {
		this.#index = index;
	}

	/** Returns the position of the quote that closes the one at the index. */
	#closing(quote: string): number {
		const end = this.#text.indexOf(quote, this.#index + 1);
		if (end < 0) throw unreadable(commandSentences.unclosed);
		return end;
	}

	/** Returns the next position of a text; the end if there is none. */
	#find(text: string): number {
		const index = this.#text.indexOf(text, this.#index);
		return index < 0 ? this.#text.length : index;
	}

	#next(pattern: RegExp, start: number): number {
		pattern.lastIndex = start;
		return pattern.exec(this.#text)?.index ?? this.#text.length;
	}

	#refused(what: string): Error {
		return unreadable(shellFeature(what, this.#text.slice(0, this.#index).split('\n').length));
	}
}
