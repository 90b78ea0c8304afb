import { describe, expect, test } from 'vitest';
import { MediaFileError } from '../../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../../src/media-files/index.js';
import { mp3Padding } from '../../../src/media-files/sound/mp3-padding.js';
import { fixtureBytes, refusal } from '../fixtures.js';

/** The clip of 58 frames of 36 bytes and 36 ms, made longer. It says that 88 ms of it are silence of the encoder. */
function longer(frames: number): Buffer {
	const clip = fixtureBytes('sound.mp3');
	const first = clip.subarray(0, -58 * 36);
	return Buffer.concat([first, Buffer.alloc(frames * 36, Uint8Array.from(clip.subarray(-36)))]);
}

test('the silence that an encoder added is read', () => {
	expect(mp3Padding(fixtureBytes('sound.mp3'))).toBeCloseTo(0.088, 9);
});

test.each([
	['without a table in its first frame', fixtureBytes('bare.mp3')],
	['that ends within its table', fixtureBytes('sound.mp3').subarray(0, 100)],
	['without bytes', new Uint8Array()],
])('an mp3 %s tells of none', (_, bytes) => {
	expect(mp3Padding(bytes)).toBe(0);
});

describe('an mp3 that lasts more than 15 s', () => {
	test('by the silence of its encoder alone is taken', async () => {
		expect(await probeMedia(longer(419))).toMatchObject({ seconds: 15.084 });
		expect(await mediaFromFile(longer(419))).toMatchObject({ kind: 'audio' });
	});

	test('without that silence is refused', async () => {
		const { message } = await refusal(mediaFromFile(longer(420)), MediaFileError);
		expect(message).toBe('the file lasts 15.1 s: upstream takes at most 15 s of audio; cut it');
	});
});
