import type { CustomSource, Input } from 'mediabunny';
import { SeedanceError } from '../../errors/seedance-error.js';
import { compressedWav, damaged, unmeasurable } from '../../rules/media-file-sentences.js';
import type { MediaFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { fileError } from '../read/fault.js';
import { loadMediabunny } from './peers.js';
import { wavCompression } from '../sound/wav-codec.js';
import { withoutLog } from './without-log.js';

/** Measures a wav by its header, and an mp3 by its frames, because few files of that format have their duration. */
export async function measureAudio(source: ByteSource, format: MediaFormat): Promise<{ readonly seconds: number }> {
	const mediabunny = await loadMediabunny();
	try {
		const secondsOf = format === 'mp3' ? secondsOfMp3 : secondsOfWav;
		const seconds = await withoutLog(mediabunny.Logging, () => secondsOf(source, mediabunny));
		if (seconds !== undefined && Number.isFinite(seconds) && seconds > 0) return { seconds: rounded(seconds) };
	} catch (error) {
		if (error instanceof SeedanceError) throw error;
	}
	const compression = format === 'wav' ? await wavCompression(source) : undefined;
	if (compression !== undefined) {
		throw fileError(source.name, 'unknown-format', compressedWav(source.name, compression));
	}
	throw fileError(source.name, 'damaged', damaged(source.name, format, 'it has no sound that can be measured'));
}

/** Rounds to microseconds: what is left behind them is error of floating point. */
export function rounded(seconds: number): number {
	return Math.round(seconds * 1e6) / 1e6;
}

type Mediabunny = Awaited<ReturnType<typeof loadMediabunny>>;

/** The most parts of a wav that are read: it has a header for each of its chunks. */
const mostReads = 1_000;

async function secondsOfWav(source: ByteSource, mediabunny: Mediabunny): Promise<number | undefined> {
	let reads = 0;
	// Reading fails in calls of the parser, which would wrap what is thrown.
	let failure: unknown;
	const read = async (start: number, end: number): Promise<Uint8Array> => {
		reads += 1;
		if (reads > mostReads || end - start > mostWavBytes) throw new Error('too much is read');
		return source.read(start, end).catch((error: unknown) => {
			failure = error;
			throw error;
		});
	};
	const bytes = new mediabunny.CustomSource({ getSize: () => source.size, read });
	try {
		return await using(mediabunny, mediabunny.WAVE, bytes, async (input) => {
			return (await input.getPrimaryAudioTrack())?.computeDuration();
		});
	} catch (error) {
		throw failure ?? error;
	}
}

/** The most bytes of a wav that are read at once. */
const mostWavBytes = 1024 * 1024;

/** The most bytes and frames of an mp3 that are read: the API takes 15 MB of audio, and 100,000 frames last 40 minutes. */
const mostMp3Bytes = 48_000_000;
const mostFrames = 100_000;

async function secondsOfMp3(source: ByteSource, mediabunny: Mediabunny): Promise<number | undefined> {
	if (source.size > mostMp3Bytes) throw tooLong(source, `${mostMp3Bytes / 1_000_000} MB`);
	const bytes = new mediabunny.BufferSource(await source.read(0, source.size));
	return using(mediabunny, mediabunny.MP3, bytes, async (input) => {
		const track = await input.getPrimaryAudioTrack();
		if (track === null) return undefined;
		let end = 0;
		let frames = 0;
		const packets = new mediabunny.EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
		for await (const { timestamp, duration } of packets) {
			frames += 1;
			if (frames > mostFrames) throw tooLong(source, `${mostFrames} frames`);
			end = timestamp + duration;
		}
		return end;
	});
}

function tooLong({ name }: ByteSource, most: string): SeedanceError {
	return fileError(name, 'limit', unmeasurable(name, `${most} of an mp3`));
}

async function using<Result>(
	{ Input }: Mediabunny,
	format: Mediabunny['MP3'] | Mediabunny['WAVE'],
	source: CustomSource | InstanceType<Mediabunny['BufferSource']>,
	use: (input: Input) => Promise<Result>,
): Promise<Result> {
	const input = new Input({ formats: [format], source });
	try {
		return await use(input);
	} finally {
		input.dispose();
	}
}
