import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError, isMediaFileError, MediaFileError } from '../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../src/node/index.js';
import { fixture, fixtureBytes, refusal } from '../media-files/fixtures.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'media-file-'))));
afterEach(() => rm(folder, { recursive: true }));

/** Writes a file, and returns its path. */
async function written(name: string, bytes: Uint8Array): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, bytes);
	return path;
}

describe('a handle is made from a file', () => {
	test.each([
		['image.png', 'image', 'image/png'],
		['image.jpg', 'image', 'image/jpeg'],
		['image.webp', 'image', 'image/webp'],
		['image.gif', 'image', 'image/gif'],
		['image.bmp', 'image', 'image/bmp'],
		['image.tiff', 'image', 'image/tiff'],
		['image.heic', 'image', 'image/heic'],
		['sound.wav', 'audio', 'audio/wav'],
		['sound.mp3', 'audio', 'audio/mpeg'],
	] as const)('%s', async (name, kind, mediaType) => {
		const url = `data:${mediaType};base64,${fixtureBytes(name).toString('base64')}`;
		expect(await mediaFromFile(fixture(name))).toMatchObject({ kind, url });
		expect(await mediaFromFile(pathToFileURL(fixture(name)), { as: kind })).toMatchObject({ kind, url });
		expect(await mediaFromFile(fixtureBytes(name))).toMatchObject({ kind, url });
	});

	test('whose name ends in another format, and by a link', async () => {
		const path = join(folder, 'cat.jpg');
		await copyFile(fixture('image.png'), path);
		expect((await mediaFromFile(path)).url).toMatch(/^data:image\/png;base64,/);
		await symlink(path, join(folder, 'link.gif'));
		expect(await probeMedia(join(folder, 'link.gif'))).toMatchObject({ format: 'png' });
	});
});

describe('a video is measured, and needs a URL', () => {
	test('in the error of mediaFromFile', async () => {
		const path = fixture('video.mov');
		const error = await refusal(mediaFromFile(path), MediaFileError);
		expect(isMediaFileError(error)).toBe(true);
		expect(error).toMatchObject({ file: path, problems: [{ reason: 'video-needs-url', source: 'API page' }] });
		expect(error.message).toBe(
			`${path} is a video (2.002 s, 64 × 48 pixels, 29.97 frames per second): the API takes no base64 video; ` +
				'upload it to storage with a public URL, or register it as an asset at the API, ' +
				'and pass the https:// URL or asset://<id> to media.video()',
		);
	});

	test('as facts of probeMedia', async () => {
		expect(await probeMedia(fixture('turned.mp4'))).toStrictEqual({
			kind: 'video',
			format: 'mp4',
			mediaType: 'video/mp4',
			bytes: 2595,
			seconds: 2,
			width: 48,
			height: 64,
			framesPerSecond: 24,
		});
	});
});

describe('a file of another kind than `as` is refused', () => {
	test.each([
		['image.png', 'audio', "is an image, and { as: 'audio' } takes audio: pass { as: 'image' }, or another file"],
		['sound.wav', 'image', "is audio, and { as: 'image' } takes an image: pass { as: 'audio' }, or another file"],
		['video.mp4', 'image', "is a video, and { as: 'image' } takes an image: the API takes no base64 video; upload it"],
		['other.mkv', 'audio', 'is a Matroska (mkv) video: the API page allows wav or mp3 for audio; pass another file'],
		['README.md', 'audio', 'is a text file: the API page allows wav or mp3 for audio; pass another file'],
	] as const)('%s as %s', async (name, as, message) => {
		const error = await refusal(mediaFromFile(fixture(name), { as }), MediaFileError);
		expect(error.message).toMatch(`${fixture(name)} ${message}`);
	});
});

describe('what can not be read is refused with the path and the next step', () => {
	test('a missing file', async () => {
		const error = await refusal(mediaFromFile('no/such.png'), MediaFileError);
		expect(error).toMatchObject({ file: 'no/such.png', code: 'ENOENT', problems: [{ reason: 'unreadable' }] });
		expect(error.message).toBe(
			'no/such.png does not exist: check the path, which begins at the working directory unless it is absolute',
		);
	});

	test('a directory, and a path through a file', async () => {
		const directory = await refusal(mediaFromFile(folder), MediaFileError);
		expect(directory).toMatchObject({ code: 'EISDIR', message: `${folder} is a directory: pass the path of a file` });
		const path = join(fixture('image.png'), 'cat.png');
		expect((await refusal(probeMedia(path), MediaFileError)).code).toBe('ENOTDIR');
	});

	test('a pipe, which would wait for a writer, and a device', async () => {
		const path = join(folder, 'pipe.png');
		execFileSync('mkfifo', [path]);
		for (const special of [path, '/dev/zero']) {
			const { message } = await refusal(mediaFromFile(special), MediaFileError);
			expect(message).toBe(`${special} is not a regular file: pass the path of a file, or its bytes`);
		}
	});

	test('an empty file, a circle of links, a path with a null character, and a long one', async () => {
		const empty = await written('empty.png', new Uint8Array());
		expect((await refusal(mediaFromFile(empty), MediaFileError)).message).toMatch(/empty.png is empty: write it first/);
		const link = join(folder, 'link.png');
		await symlink(link, link);
		expect((await refusal(mediaFromFile(link), MediaFileError)).code).toBe('ELOOP');
		expect((await refusal(mediaFromFile('a\0b.png'), MediaFileError)).message).toMatch(
			/^"a\\u0000b.png" cannot be read/,
		);
		expect((await refusal(mediaFromFile('x'.repeat(5_000)), MediaFileError)).message.length).toBeLessThan(300);
	});
});

describe('a source that is no file is refused', () => {
	const asIs =
		'a source that is not on this machine needs no file; pass it to media.image(), media.video(), media.audio() or the verb as it is';

	test.each([
		['https://example.com/a.png?key=secret', `file is a URL and no path (https:): ${asIs}`],
		['asset://asset-1', `file is a URL and no path (asset:): ${asIs}`],
		['data:image/png;base64,iVBO', `file is a URL and no path (data:): ${asIs}`],
		['file:///a.png', 'file is a URL and no path (file:): pass new URL(…) of it, or its path'],
		[new URL('https://example.com/a.png?key=secret'), `file is a URL of https: and no file: URL: ${asIs}`],
		[
			new URL('file://host/a.png'),
			'file is a file: URL without a path on this machine: pass a path, a file: URL, a Blob or bytes',
		],
		['', 'file is empty: pass a path, a file: URL, a Blob or bytes'],
		[null, 'file is null: pass a path, a file: URL, a Blob or bytes'],
		[7, 'file is 7: pass a path, a file: URL, a Blob or bytes'],
	])('%s', async (given, message) => {
		expect((await refusal(mediaFromFile(given as string), ConfigurationError)).message).toBe(message);
		expect((await refusal(probeMedia(given as string), ConfigurationError)).message).toBe(message);
	});
});
