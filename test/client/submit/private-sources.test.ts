import { expect, test } from 'vitest';
import { createClient, InvalidRequestError, video, type Client } from '../../../src/index.js';
import { createEmulator, type Emulator } from '../../../src/testing/index.js';

const origin = 'http://localhost:4000';

const withImages = (...urls: string[]) =>
	video()
		.text('A cat')
		.referenceImage(...urls)
		.resolution('720p');

function publicApi(): { client: Client; emulator: Emulator } {
	const emulator = createEmulator();
	return { client: createClient({ apiKey: 'key', fetch: emulator.fetch }), emulator };
}

test.each([
	['http://localhost:3000/cat.jpg', 'localhost'],
	['https://127.0.0.1/cat.jpg', '127.0.0.1'],
	['http://[::1]/cat.jpg', '[::1]'],
	['http://192.168.1.7/cat.jpg', '192.168.1.7'],
	['http://nas.local/cat.jpg', 'nas.local'],
	['http://user:secret@10.0.0.1/cat.jpg', '10.0.0.1'],
])('a source at a private host is not submitted to a public API: %s', async (url, host) => {
	const { client, emulator } = publicApi();
	const error: unknown = await client.submit(withImages('https://example.com/dog.jpg', url)).catch((thrown) => thrown);
	expect(error).toBeInstanceOf(InvalidRequestError);
	expect((error as InvalidRequestError).issues).toMatchObject([
		{
			rule: 'source',
			path: ['content', 2, 'image_url', 'url'],
			place: { index: 2, verb: '.referenceImage()', what: '2nd image' },
			message: `the API cannot reach ${host}: pass a public URL, or set baseUrl to an API in the private network`,
		},
	]);
	expect(emulator.creates).toBe(0);
});

test('public URLs, assets and base64 are submitted to a public API', async () => {
	const { client, emulator } = publicApi();
	await client.submit(withImages('https://example.com/cat.jpg', 'asset://localhost', 'data:image/png;base64,AAAA'));
	expect(emulator.creates).toBe(1);
});

test('a source at a private host is submitted to an API whose own host is private', async () => {
	const emulator = createEmulator({ origin });
	const client = createClient({ apiKey: 'key', baseUrl: origin, fetch: emulator.fetch });
	await client.submit(withImages('http://localhost:3000/cat.jpg'));
	expect(emulator.creates).toBe(1);
});

test('a request with a source at a private host is valid', () => {
	expect(withImages('http://localhost:3000/cat.jpg').safeBuild().success).toBe(true);
});
