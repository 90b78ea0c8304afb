import { expect, test } from 'vitest';
import { adviceOf, messagesOf, requestOf } from './requests.js';

const words = (count: number): string => 'slow '.repeat(count);
const characters = (count: number): string => '猫'.repeat(count);
const recommended = 'the API page recommends at most 500 Chinese characters or 1000 English words; shorten it';

test.each([
	['1,000 English words', words(1000)],
	['500 Chinese characters', characters(500)],
	['500 Chinese characters with punctuation and emoji', `${'，。🐈 '.repeat(300)}${characters(500)}`],
	['500 Chinese characters outside of the basic plane', '𠮷'.repeat(500)],
	['half of each', `${characters(250)} ${words(500)}`],
	['1,000 words with apostrophes', "don't ".repeat(1000)],
	['1,000 words and a placeholder', `${words(1000)} @image1`],
	['much white space', `A cat${' \n'.repeat(5_000)}`],
	['1,000 words of another script', 'кот '.repeat(1000)],
])('%s are not too long', (_, text) => {
	expect(messagesOf('prompt-length', requestOf(text, { images: text.includes('@') ? 1 : 0 }))).toStrictEqual([]);
});

test.each([
	['1,001 English words', words(1001), '1001 words'],
	['501 Chinese characters', characters(501), '501 Chinese characters'],
	['501 Chinese characters with English between them', `${characters(500)}cat猫`, '501 Chinese characters and 1 word'],
	['a little more than half of each', `${characters(250)} ${words(501)}`, '250 Chinese characters and 501 words'],
	['words without spaces between them', 'slow,'.repeat(1001), '1001 words'],
	['a Japanese text', 'ネコ、'.repeat(500) + characters(300), '300 Chinese characters and 500 words'],
])('%s are too long', (_, text, counts) => {
	expect(messagesOf('prompt-length', requestOf(text))).toStrictEqual([`the prompt has ${counts}: ${recommended}`]);
});

test('the advice has its source, its path and its place, and no fix', () => {
	expect(adviceOf('prompt-length', requestOf(words(1001)))).toStrictEqual([
		{
			rule: 'prompt-length',
			source: 'API page',
			path: ['content', 0, 'text'],
			place: { index: 0, verb: '.text()', what: 'text' },
			message: `the prompt has 1001 words: ${recommended}`,
		},
	]);
});

test('of a text of megabytes, the first 50,000 characters are counted', () => {
	const [message] = messagesOf('prompt-length', requestOf(words(2_000_000)));
	expect(message).toContain('the prompt has more than 10000 words');
});
