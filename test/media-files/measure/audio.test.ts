import { describe, expect, test } from 'vitest';
import { MediaFileError } from '../../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../../src/media-files/index.js';
import { fixtureBytes, refusal, wav } from '../fixtures.js';

/** Frames of 24 bytes, the shortest there are, of 24 ms each. */
const frames = (count: number) => Buffer.alloc(24 * count, Buffer.from('fff314c0'.padEnd(48, '0'), 'hex'));

describe('an mp3 is measured by its frames', () => {
	test('behind a tag', async () => {
		const tag = Buffer.from('ID3\x04\0\0\0\0\x02\0', 'latin1');
		expect(await probeMedia(Buffer.concat([tag, Buffer.alloc(256), frames(500)]))).toMatchObject({ seconds: 12 });
	});

	test('and refused if they are too many', async () => {
		const { message } = await refusal(mediaFromFile(frames(100_001)), MediaFileError);
		expect(message).toBe(
			'the file is too long to be measured: this library reads at most 100000 frames of an mp3; cut it',
		);
	});

	test('and refused if it has too many bytes', async () => {
		const { message } = await refusal(probeMedia(frames(2_000_001)), MediaFileError);
		expect(message).toBe('the file is too long to be measured: this library reads at most 48 MB of an mp3; cut it');
	});
});

describe('a wav is measured by its header', () => {
	test('with other chunks before the sound', async () => {
		const bytes = wav(3);
		bytes.writeUInt32LE(bytes.readUInt32LE(4) + 12, 4);
		const list = Buffer.from('LIST\x04\0\0\0test', 'latin1');
		expect(await probeMedia(Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36)]))).toMatchObject({
			seconds: 3,
		});
	});

	test('that was written to a pipe, and does not have its length', async () => {
		const bytes = wav(3);
		for (const at of [4, 40]) bytes.writeUInt32LE(0xffff_ffff, at);
		expect(await mediaFromFile(bytes)).toMatchObject({ kind: 'audio' });
		expect(await probeMedia(bytes)).toMatchObject({ seconds: 3 });
	});

	test('and refused if its chunks have no end', async () => {
		const chunks = Buffer.alloc(80_000, Buffer.from('junk\0\0\0\0', 'latin1'));
		const bytes = Buffer.concat([fixtureBytes('sound.wav').subarray(0, 36), chunks]);
		expect((await refusal(probeMedia(bytes), MediaFileError)).message).toMatch(/^the file is a damaged wav file: /);
	});
});
