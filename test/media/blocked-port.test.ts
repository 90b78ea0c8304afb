import { expect, test } from 'vitest';
import { hasBlockedPort } from '../../src/media/blocked-port.js';

test.each([0, 1, 22, 25, 6000, 6667, 10080])('port %i is one that fetch refuses', (port) => {
	expect(hasBlockedPort(new URL(`http://127.0.0.1:${port}/`))).toBe(true);
});

test.each([[''], [':80'], [':443'], [':2'], [':3000'], [':8080'], [':65535']])('port "%s" is not', (port) => {
	expect(hasBlockedPort(new URL(`http://127.0.0.1${port}/`))).toBe(false);
	expect(hasBlockedPort(new URL(`https://127.0.0.1${port}/`))).toBe(false);
});

test.each([1, 6000, 10080])("the platform's own fetch refuses port %i", async (port) => {
	await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ cause: { message: 'bad port' } });
});
