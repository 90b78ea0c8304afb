import { damaged, soundAlone, wrongFormat } from '../../rules/media-file-sentences.js';
import type { MediaFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { fileError } from '../read/fault.js';
import { rounded } from './audio.js';
import { readMp4Index } from './mp4-index.js';
import { loadMediabunny } from './peers.js';
import { withoutLog } from './without-log.js';

/** What is measured of a video. */
interface VideoSize {
	readonly seconds: number;
	readonly width: number;
	readonly height: number;
	readonly framesPerSecond: number;
}

/** Measures a video by its index. The pictures aren't read. */
export async function measureVideo(source: ByteSource, format: MediaFormat): Promise<VideoSize> {
	const mediabunny = await loadMediabunny();
	const index = await readMp4Index(source, format);
	const size = await withoutLog(mediabunny.Logging, () => readIndex(mediabunny, index)).catch(() => undefined);
	if (size === 'sound alone') {
		const message = wrongFormat(source.name, soundAlone(format), 'audio', undefined);
		throw fileError(source.name, 'unknown-format', message, 'API page');
	}
	if (size === undefined) {
		throw fileError(source.name, 'damaged', damaged(source.name, format, 'it has no picture that can be measured'));
	}
	await source.verify();
	return size;
}

async function readIndex(
	{ BufferSource, EncodedPacketSink, Input, MP4, QTFF }: Awaited<ReturnType<typeof loadMediabunny>>,
	index: Uint8Array,
): Promise<VideoSize | 'sound alone' | undefined> {
	const input = new Input({ formats: [MP4, QTFF], source: new BufferSource(index) });
	try {
		const [track] = await input.getVideoTracks();
		if (track === undefined) return (await input.getPrimaryAudioTrack()) === null ? undefined : 'sound alone';
		const width = await track.getDisplayWidth();
		const height = await track.getDisplayHeight();
		const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
		const framesPerSecond = await rateOf(packets);
		// Some files begin later than at zero: the pause isn't shown. What is before zero isn't, either.
		const start = Math.max(0, await track.getFirstTimestamp());
		const seconds = rounded((await track.computeDuration()) - start);
		const all = [seconds, width, height, framesPerSecond];
		const isRight = all.every((value) => Number.isFinite(value) && value > 0);
		return isRight ? { seconds, width, height, framesPerSecond } : undefined;
	} finally {
		input.dispose();
	}
}

/** The most frames whose rate is averaged. */
const mostFrames = 10_000;

/** The average rate of frames, to three decimals. */
async function rateOf(
	packets: AsyncIterable<{ readonly timestamp: number; readonly duration: number }>,
): Promise<number> {
	let count = 0;
	let start = Infinity;
	let end = -Infinity;
	for await (const { timestamp, duration } of packets) {
		if (count === mostFrames) break;
		count += 1;
		start = Math.min(start, timestamp);
		end = Math.max(end, timestamp + duration);
	}
	return Math.round((count / (end - start)) * 1_000) / 1_000;
}
