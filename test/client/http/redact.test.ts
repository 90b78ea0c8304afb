import { describe, expect, test } from 'vitest';
import { redactor } from '../../../src/client/http/redact.js';

const key = 'sk-a/b+c="d&e\'f<g>h\\i';
const redact = redactor(key);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const html = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign]!);
const units = (text: string, write: (code: number) => string): string =>
	Array.from(text, (sign) => write(sign.charCodeAt(0))).join('');

describe('the key is replaced', () => {
	test.each<[string, string]>([
		['as it is', key],
		['in JSON', json(key)],
		['in JSON within JSON', json(json(key))],
		['in JSON within JSON within JSON', json(json(json(key)))],
		['in JSON, with escapes of its own', units(key, (code) => `\\u${code.toString(16).padStart(4, '0')}`)],
		['in JSON, with large escapes', units(key, (code) => `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`)],
		['in JSON, with a solidus escaped', json(key).replaceAll('/', '\\/')],
		['in a URL', encodeURIComponent(key)],
		['in a URL within a URL', encodeURIComponent(encodeURIComponent(key))],
		['in a URL, in small letters', encodeURIComponent(key).replace(/%../g, (code) => code.toLowerCase())],
		['in a form', new URLSearchParams({ key }).toString().slice(4)],
		['in a URL, all of it', units(key, (code) => `%${code.toString(16).padStart(2, '0')}`)],
		['in HTML', html(key)],
		['in HTML, with numbers', units(key, (code) => `&#${code};`)],
		['in HTML, with hexadecimal numbers', units(key, (code) => `&#x${code.toString(16).toUpperCase()};`)],
		['in HTML, without semicolons', units(key, (code) => `&#${code}`)],
		['in HTML, with zeros', units(key, (code) => `&#00${code};`)],
		['in HTML within JSON', json(html(key))],
		['in base64', btoa(key)],
		['in base64, behind a scheme', btoa(`Bearer ${key}`)],
		['in base64, behind a user', btoa(`user:${key}`)],
		['in base64, between others', btoa(`a:${key}:b`)],
		['in base64 of a URL', btoa(`x${key}`).replaceAll('+', '-').replaceAll('/', '_')],
	])('%s', (_, written) => {
		const text = redact(`before ${written} after`);
		expect(text).toContain('[api key]');
		expect(text).not.toContain(written.slice(4, -4));
		expect(text).toMatch(/^before .* after$/);
	});

	test('each time', () => {
		expect(redact(`${key}, ${key}`)).toBe('[api key], [api key]');
	});
});

test('a key that is a placeholder is left alone', () => {
	expect(redactor('test')('a test')).toBe('a test');
});

test('other texts are left alone', () => {
	for (const text of ['', 'sk-a/b', btoa('something else of some length'), '{"a":1}']) expect(redact(text)).toBe(text);
});

test('long texts take linear time', () => {
	// With a quadratic step, each of these takes hours.
	for (const part of [
		'\\',
		'%25',
		'&#0',
		'&#x0',
		's',
		'sk-',
		'sk-a\\/b+c=\\"d&e\'f<g>h\\',
		'A',
		'\\\\u00',
		'sk-a/b+c="d&amp;e',
	]) {
		const text = part.repeat(4e6 / part.length);
		expect(redactor(key)(text)).toBe(text);
		redactor('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')('a'.repeat(1e6));
	}
});
