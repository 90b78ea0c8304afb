import { expect, test } from 'vitest';
import { adviceOf, framesOf, messagesOf } from './requests.js';

const private_ = (host: string): string =>
	`the API cannot reach ${host}: pass a public URL, or set baseUrl to an API in the private network`;
const reserved = (host: string): string =>
	`the API cannot reach ${host}, which is reserved for examples and tests: pass a public URL`;

test.each([
	['http://localhost:3000/a.png', private_('localhost')],
	['https://127.0.0.1/a.png', private_('127.0.0.1')],
	['http://0x7f000001/a.png', private_('127.0.0.1')],
	['http://192.168.1.5/a.png', private_('192.168.1.5')],
	['http://[fd00::1]/a.png', private_('[fd00::1]')],
	['http://nas/a.png', private_('nas')],
	['http://nas.local/a.png', private_('nas.local')],
	['http://files.internal/a.png', private_('files.internal')],
	['http://nas.lan/a.png', private_('nas.lan')],
	['http://nas.home.arpa./a.png', private_('nas.home.arpa.')],
	['https://cdn.example/a.png', reserved('cdn.example')],
	['https://cdn.test/a.png', reserved('cdn.test')],
	['https://a.invalid/a.png', reserved('a.invalid')],
	['http://192.0.2.1/a.png', reserved('192.0.2.1')],
	['http://[2001:db8::1]/a.png', reserved('[2001:db8::1]')],
])('the API cannot reach %s', (url, message) => {
	const [advice, ...others] = adviceOf('unreachable-host', framesOf(url));
	expect(others).toStrictEqual([]);
	expect(advice).toStrictEqual({
		rule: 'unreachable-host',
		source: 'upstream',
		path: ['content', 0, 'image_url', 'url'],
		place: { index: 0, verb: '.firstFrame()', what: '1st image' },
		message,
	});
});

test.each([
	'https://example.com/a.png',
	'https://localhost.example.com/a.png',
	'http://8.8.8.8/a.png',
	'http://[2606:4700::1]/a.png',
	'https://user:pass@cdn.example.org/a.png',
	'asset://localhost',
	'data:image/png;base64,AAAA',
])('%s is no cause for advice', (url) => {
	expect(messagesOf('unreachable-host', framesOf(url))).toStrictEqual([]);
});

test('each of several sources is named by its place, and no message has a password', () => {
	const advice = adviceOf('unreachable-host', framesOf('http://me:secret@nas/a.png', 'http://nas/b.png'));
	expect(advice.map(({ place }) => place?.verb)).toStrictEqual(['.firstFrame()', '.lastFrame()']);
	expect(JSON.stringify(advice)).not.toContain('secret');
});
