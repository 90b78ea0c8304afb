import { expect, test } from 'vitest';
import { isReservedHost, isUnreachableHost } from '../../src/media/unreachable-host.js';

const hostOf = (url: string): string => new URL(url).hostname;

test.each([
	'http://localhost/',
	'http://10.0.0.1/',
	'http://nas/',
	'http://NAS./',
	'http://a.lan/',
	'http://a.home/',
	'http://a.b.home.arpa/',
	'http://a.intranet/',
	'http://a.private/',
	'http://a.corp/',
	'http://a.localdomain/',
	'http://a.onion/',
	'http://example/',
	'http://a.example/',
	'http://a.test./',
	'http://a.invalid/',
	'http://192.0.2.255/',
	'http://198.51.100.1/',
	'http://203.0.113.9/',
	'http://198.18.0.1/',
	'http://198.19.255.255/',
	'http://224.0.0.1/',
	'http://239.255.255.255/',
	'http://240.0.0.1/',
	'http://255.255.255.255/',
	'http://[2001:db8::]/',
	'http://[2001:db8:1:2:3:4:5:6]/',
	'http://[ff02::1]/',
])('%s is not on the public internet', (url) => {
	expect(isUnreachableHost(hostOf(url))).toBe(true);
});

test.each([
	'http://example.com/',
	'http://example.org/',
	'http://test.com/',
	'http://a.lan.com/',
	'http://nas.de/',
	'http://xn--fiqs8s.xn--fiqs8s/',
	'http://192.0.3.1/',
	'http://198.17.0.1/',
	'http://198.20.0.1/',
	'http://198.51.101.1/',
	'http://203.0.114.1/',
	'http://223.255.255.255/',
	'http://[2001:db9::1]/',
	'http://[2001:4860:4860::8888]/',
])('%s may be', (url) => {
	expect(isUnreachableHost(hostOf(url))).toBe(false);
});

test.each([
	['http://a.test/', true],
	['http://192.0.2.1/', true],
	['http://nas/', false],
	['http://10.0.0.1/', false],
	['http://attest/', false],
	['http://a.atest/', false],
])('%s is reserved for examples and tests: %s', (url, isReserved) => {
	expect(isReservedHost(hostOf(url))).toBe(isReserved);
});
