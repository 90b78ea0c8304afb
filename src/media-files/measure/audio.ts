import { SeedanceError } from '../../errors/seedance-error.js';
import { damaged } from '../../rules/media-file-sentences.js';
import type { MediaFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { fileError } from '../read/fault.js';
import { loadMediabunny } from './peers.js';
import { withoutLog } from './without-log.js';

/** Measures a wav by its header, and an mp3 by its frames. */
export async function measureAudio(source: ByteSource, format: MediaFormat): Promise<{ readonly seconds: number }> {
	const { CustomSource, Input, Logging, MP3, WAVE } = await loadMediabunny();
	let left = mostBytes;
	let failure: unknown;
	const input = new Input({
		formats: [format === 'mp3' ? MP3 : WAVE],
		source: new CustomSource({
			getSize: () => source.size,
			async read(start, end) {
				left -= end - start;
				if (left < 0) throw (failure = fileError(source.name, 'limit', tooLong(source.name)));
				return source.read(start, end).catch((error: unknown) => {
					throw (failure = error);
				});
			},
		}),
	});
	try {
		const seconds = await withoutLog(Logging, async () => (await input.getPrimaryAudioTrack())?.computeDuration());
		if (seconds !== undefined && Number.isFinite(seconds) && seconds > 0) return { seconds: rounded(seconds) };
	} catch {
		// Reading failed, or what was read is damaged.
		if (failure instanceof SeedanceError) throw failure;
	} finally {
		input.dispose();
	}
	throw fileError(source.name, 'damaged', damaged(source.name, format, 'it has no sound that can be measured'));
}

/** The most bytes that are read to measure a file: more than the API takes of audio. */
const mostBytes = 64_000_000;

function tooLong(name: string): string {
	return `${name} is too large to be measured: its duration is found only by reading more than ${mostBytes / 1_000_000} MB; cut it`;
}

/** Rounds to microseconds: what is left behind them is error of floating point. */
export function rounded(seconds: number): number {
	return Math.round(seconds * 1e6) / 1e6;
}
