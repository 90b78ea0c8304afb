import { appendFile, chmod, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaFileError } from '../../src/errors/index.js';
import type { ByteSource } from '../../src/media-files/read/byte-source.js';
import { useFile } from '../../src/node/file-source.js';
import { refusal } from '../media-files/fixtures.js';

let folder: string;
let path: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'file-source-'));
	path = join(folder, 'cat.bin');
	await writeFile(path, 'the cat');
});
afterEach(() => rm(folder, { recursive: true }));

test('a file is read in parts, and is the same at the end', async () => {
	const read = await useFile(path, async (source) => {
		const bytes = await source.read(4, source.size);
		await source.verify();
		return Buffer.from(bytes).toString();
	});
	expect(read).toBe('cat');
});

describe('a file that changes meanwhile is refused', () => {
	const message = () => `${path} changed while it was read: call again when it is written`;

	test.each([
		['it grows', () => appendFile(path, 's'), 'verify'],
		['it is written anew with the same length', () => utimes(path, 1, 1), 'verify'],
		['it becomes shorter', () => truncate(path, 2), 'read'],
	] as const)('%s', async (_, change, step) => {
		const use = async (source: ByteSource) => {
			await source.read(0, 1);
			await change();
			return step === 'read' ? source.read(0, source.size) : source.verify();
		};
		const error = await refusal(useFile(path, use), MediaFileError);
		expect(error.message).toBe(message());
		expect(error.problems).toMatchObject([{ reason: 'unreadable' }]);
	});
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0)('a file without permission is refused', async () => {
	await chmod(path, 0);
	const error = await refusal(
		useFile(path, async () => {}),
		MediaFileError,
	);
	expect(error).toMatchObject({ code: 'EACCES' });
	expect(error.message).toBe(`${path} cannot be read: give this process the permission to read it`);
});

test('a name with a line break is quoted in messages', async () => {
	const error = await refusal(
		useFile('a\nb.png', async () => {}),
		MediaFileError,
	);
	expect(error.file).toBe(String.raw`"a\nb.png"`);
});
