import { expect, test } from 'vitest';
import { isLoopback, isPrivateHost } from '../../src/media/private-host.js';

test.each([
	'https://localhost/',
	'https://LOCALHOST./',
	'https://a.b.localhost/',
	'https://printer.local/',
	'https://metadata.google.internal/',
	'https://127.0.0.1/',
	'https://127.1/',
	'https://0x7f000001/',
	'https://017700000001/',
	'https://2130706433/',
	'https://0/',
	'https://0.0.0.0/',
	'https://10.0.0.1/',
	'https://10.255.255.255/',
	'https://100.64.0.1/',
	'https://100.127.255.255/',
	'https://169.254.169.254/',
	'https://172.16.0.1/',
	'https://172.31.255.255/',
	'https://192.168.1.1/',
	'https://127.0.0.1./',
	'https://[::]/',
	'https://[::1]/',
	'https://[0:0:0:0:0:0:0:1]/',
	'https://[::ffff:127.0.0.1]/',
	'https://[::ffff:10.0.0.1]/',
	'https://[::ffff:a9fe:a9fe]/',
	'https://[fc00::1]/',
	'https://[fdff::1]/',
	'https://[fe80::1]/',
	'https://[febf::1]/',
	'https://１２７.0.0.1/',
])('%s is private', (url) => {
	expect(isPrivateHost(new URL(url).hostname)).toBe(true);
});

test.each([
	'https://example.com/',
	'https://localhost.example.com/',
	'https://notlocalhost/',
	'https://internal.example.com/',
	'https://10.example.com/',
	'https://9.255.255.255/',
	'https://11.0.0.1/',
	'https://100.63.255.255/',
	'https://100.128.0.1/',
	'https://169.253.0.1/',
	'https://172.15.0.1/',
	'https://172.32.0.1/',
	'https://192.167.0.1/',
	'https://128.0.0.1/',
	'https://[2001:db8::1]/',
	'https://[::ffff:8.8.8.8]/',
	'https://[fb00::1]/',
	'https://[fec0::1]/',
])('%s is public', (url) => {
	expect(isPrivateHost(new URL(url).hostname)).toBe(false);
});

test.each([
	['http://localhost/', true],
	['http://a.localhost/', true],
	['http://127.9.9.9/', true],
	['http://[::1]/', true],
	['http://[::ffff:127.0.0.1]/', true],
	['http://10.0.0.1/', false],
	['http://[::]/', false],
	['http://localhost.example.com/', false],
])('%s is this machine: %s', (url, isThis) => {
	expect(isLoopback(new URL(url).hostname)).toBe(isThis);
});
