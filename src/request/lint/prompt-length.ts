import { placeholderPattern } from '../../prompt/placeholders.js';
import { longPrompt, type TextLength } from '../../rules.js';
import { promptLength } from '../../spec.js';
import type { Finding, LintSubject } from './subject.js';

/**
 * Advises against a prompt that is longer than the API page recommends: a number of Chinese characters, or of English words. In a
 * text of both, the two shares add up.
 */
export function checkPromptLength({ prompt }: LintSubject): readonly Finding[] {
	if (prompt === undefined) return [];
	const length = lengthOf(prompt.normalized);
	if (!isLong(length)) return [];
	return [{ rule: 'prompt-length', path: prompt.path, message: longPrompt(length) }];
}

/** Counts Chinese characters, and the words of all other scripts by Unicode's word boundaries. Placeholders are no words. */
function lengthOf(text: string): TextLength {
	const isPartial = text.length > mostCharacters;
	let chineseCharacters = 0;
	const others = text
		.slice(0, mostCharacters)
		.replaceAll(placeholderPattern(), ' ')
		.replaceAll(/\p{Script=Han}/gu, () => {
			chineseCharacters += 1;
			return ' ';
		});
	let words = 0;
	// Piece by piece: in Node, the time to segment a text grows with the square of its length.
	for (const [piece] of others.matchAll(/\S{1,500}(?![\p{L}\p{M}\p{N}])|\S{1,500}/gu)) {
		for (const { isWordLike } of segmenter().segment(piece)) words += isWordLike ? 1 : 0;
	}
	return { chineseCharacters, words, isPartial };
}

function isLong({ chineseCharacters, words }: TextLength): boolean {
	const { chineseCharacters: mostChinese, englishWords: mostWords } = promptLength;
	return chineseCharacters * mostWords + words * mostChinese > mostChinese * mostWords;
}

/** The most characters that are counted: a text of megabytes would take seconds. */
const mostCharacters = 50_000;

let wordSegmenter: Intl.Segmenter | undefined;

/** Returns the segmenter. It is created once, when it is needed. */
function segmenter(): Intl.Segmenter {
	return (wordSegmenter ??= new Intl.Segmenter('en', { granularity: 'word' }));
}
