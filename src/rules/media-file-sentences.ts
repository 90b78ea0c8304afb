import { files, mediaKinds, upstreamFiles, type MediaKind } from '../spec.js';
import { listed } from './values.js';

/** Bytes of a megabyte. The API page and upstream write MB; a file under this reading is under the binary one, too. */
export const megabyte = 1_000_000;

/**
 * The sentence for a file of another format than the API takes. `found` is what it is: `a PDF document`. `kind` is absent if it is
 * no medium, and `wanted` if any kind is.
 */
export function wrongFormat(
	file: string,
	found: string,
	kind: MediaKind | undefined,
	wanted: MediaKind | undefined,
): string {
	const next = wanted ?? kind;
	if (next === undefined) {
		const all = [...upstreamFiles.image.formats, ...files.video.formats, ...files.audio.formats];
		return `${file} is ${found}: use ${listed(all)}`;
	}
	const taken =
		next === 'image'
			? `upstream takes ${listed(upstreamFiles.image.formats)} images`
			: `the API page allows ${listed(files[next].formats)} for ${next}`;
	return `${file} is ${found}: ${taken}; ${next === kind ? 'convert it' : 'pass another file'}`;
}

/** The sentence for a file of another kind than was asked for. */
export function wrongKind(file: string, found: MediaKind, wanted: MediaKind): string {
	const next = found === 'video' ? videoNeedsUrl : `pass { as: '${found}' }, or another file`;
	return `${file} is ${nouns[found]}, and { as: '${wanted}' } takes ${nouns[wanted]}: ${next}`;
}

/** The sentence for a video that is right: the API takes no base64 video. */
export function inlineVideo(file: string, facts: string): string {
	return `${file} is a video (${facts}): ${videoNeedsUrl}`;
}

/** The sentence for a file whose bytes can't be measured. */
export function damaged(file: string, format: string, problem: string): string {
	return `${file} is a damaged ${format} file: ${problem}; export or download it again`;
}

/** The sentence for a wav whose sound is compressed: the API page doesn't tell, and the library can't measure it. */
export function compressedWav(file: string, compression: string): string {
	return `${file} is a wav file of compressed sound (${compression}), which this library can't measure: convert it to PCM, or to mp3`;
}

/** What the container of a video is without pictures. */
export function soundAlone(format: string): string {
	return `${format === 'mov' ? 'a' : 'an'} ${format} file without pictures`;
}

/** The sentence for a file that is too long to be measured. `most` is what is read of it. */
export function unmeasurable(file: string, most: string): string {
	return `${file} is too long to be measured: this library reads at most ${most}; cut it`;
}

/** The sentence for a file that is too large for its kind. `kind` is absent before the kind is known. */
export function tooManyBytes(file: string, bytes: number, kind: MediaKind | undefined): string {
	const limits = mediaKinds.filter((one) => kind === undefined || one === kind).map(mostOf);
	const least = kind === undefined ? mostMegabytes() : megabytesOf(kind);
	return `${file} has ${measured(bytes / megabyte, least)} MB: ${limits.join(', ')}; compress it`;
}

/** The sentence for a file that is too large for any request of this library. */
export function tooManyBytesForRequest(file: string, bytes: number, most: number): string {
	const limit = Math.floor(most / megabyte);
	return `${file} has ${measured(bytes / megabyte, limit)} MB: a request of this library has at most ${limit} MB of it; compress it`;
}

/** The sentence for a duration out of range. */
export function badSeconds(file: string, seconds: number, kind: 'video' | 'audio'): string {
	const [least, most] = kind === 'video' ? files.video.seconds : upstreamFiles.audio.seconds;
	const who = kind === 'video' ? 'the API page allows' : 'upstream takes';
	const isLong = seconds > most;
	const limit = isLong ? most : least;
	const next = isLong ? 'cut it' : 'use a longer one';
	return `${file} lasts ${measured(seconds, limit)} s: ${who} at ${isLong ? 'most' : 'least'} ${limit} s of ${kind}; ${next}`;
}

/** The sentence for a rate of frames out of range. */
export function badFrameRate(file: string, rate: number): string {
	const [least, most] = upstreamFiles.video.framesPerSecond;
	const shown = measured(rate, rate > most ? most : least);
	return `${file} has ${shown} frames per second: upstream takes ${least} to ${most}; convert it`;
}

/** The sentence for an image with a side out of range. */
export function badSide(file: string, width: number, height: number): string {
	const [least, most] = upstreamFiles.image.sides;
	const next = Math.max(width, height) > most ? 'make it smaller' : 'use a larger one';
	return `${file} has ${grouped(width)} × ${grouped(height)} pixels: upstream takes ${least} to ${grouped(most)} pixels a side; ${next}`;
}

/** The sentence for an image that is too wide or too high. */
export function badRatio(file: string, width: number, height: number): string {
	const [least, most] = upstreamFiles.image.ratios;
	const ratio = measured(width / height, width > height ? most : least);
	return `${file} has ${grouped(width)} × ${grouped(height)} pixels, width divided by height is ${ratio}: upstream takes ${least} to ${most}; crop it`;
}

/** The size that a file of the kind may not exceed, in megabytes. An image must stay under it. */
export function megabytesOf(kind: MediaKind): number {
	return kind === 'image' ? upstreamFiles.image.megabytesBelow : files[kind].megabytes;
}

/** The size that no file of any kind may exceed, in megabytes. */
export function mostMegabytes(): number {
	return Math.max(...mediaKinds.map(megabytesOf));
}

/** A number with commas between its thousands. */
export function grouped(value: number): string {
	return value.toLocaleString('en-US');
}

const nouns = { image: 'an image', video: 'a video', audio: 'audio' } as const;

const videoNeedsUrl =
	'the API takes no base64 video; upload it to storage with a public URL, or register it as an asset at the API, and pass the https:// URL or asset://<id> to media.video()';

function mostOf(kind: MediaKind): string {
	return kind === 'image'
		? `upstream takes images under ${megabytesOf(kind)} MB`
		: `the API page allows at most ${megabytesOf(kind)} MB of ${kind}`;
}

/** A measured value, with as many decimals as it takes to show that it is not the limit. */
function measured(value: number, limit: number): string {
	const decimals = [1, 2, 3].find((count) => Number(value.toFixed(count)) !== limit) ?? 6;
	const [whole = '', fraction = ''] = value.toFixed(decimals).split('.');
	const rest = fraction.replace(/0+$/, '');
	return `${grouped(Number(whole))}${rest === '' ? '' : `.${rest}`}`;
}
