import { inspect } from 'node:util';

/** Keys that a redaction may stumble over. */
export const apiKeys = [
	'sk-0123456789abcdef',
	`sk-Aa/+Bb=="<&>'zz9`,
	'sk_live.$1(.*)[x]^|{2}\\\\q',
	'emulatorKey%41%2f',
];

/** The ways in which an answer may quote the key. */
export function quotesOf(apiKey: string): readonly string[] {
	const escaped = JSON.stringify(apiKey).slice(1, -1);
	return [
		escaped,
		`Bearer ${escaped}`,
		Array.from(apiKey, (character) => `\\u${hexOf(character).padStart(4, '0')}`).join(''),
		encodeURIComponent(apiKey),
		Array.from(apiKey, (character) => `%${hexOf(character).toUpperCase()}`).join(''),
		Array.from(apiKey, (character) => `&#x${hexOf(character)};`).join(''),
		Array.from(apiKey, (character) => `&#${character.charCodeAt(0)};`).join(''),
		btoa(apiKey),
		btoa(`a:${apiKey}`),
		btoa(`Bearer ${apiKey}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
	];
}

/** Where a value holds the key, in any form that an answer may have quoted: a part of the text around it. */
export function leakIn(value: unknown, apiKey: string): string | undefined {
	const text = textOf(value);
	for (const quote of [apiKey, ...quotesOf(apiKey)]) {
		const at = text.indexOf(quote);
		if (at >= 0) return text.slice(Math.max(at - 60, 0), at + quote.length + 20);
	}
	return undefined;
}

/** `instanceof`, which throws for a proxy that was revoked. */
export function isOf<Instance>(type: abstract new (...given: never[]) => Instance, value: unknown): value is Instance {
	try {
		return value instanceof type;
	} catch {
		return false;
	}
}

/** All that a program can print of a value: hidden fields, causes, JSON. */
function textOf(value: unknown): string {
	return [printed(value), jsonOf(value), ...errorTexts(value)].join('\n');
}

function printed(value: unknown): string {
	const all = { depth: Infinity, showHidden: true, getters: true, maxArrayLength: Infinity, maxStringLength: Infinity };
	try {
		return inspect(value, all);
	} catch {
		// Node can't print an error whose cause is a proxy that was revoked.
		return '';
	}
}

function errorTexts(value: unknown): string[] {
	if (!isOf(Error, value)) return [];
	return [value.message, value.stack ?? '', jsonOf(value), ...errorTexts(value.cause)];
}

function jsonOf(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return '';
	}
}

function hexOf(character: string): string {
	return character.charCodeAt(0).toString(16);
}
