import { raceAbort } from '../client/abort.js';
import { ConfigurationError, isConfigurationError } from '../errors/configuration-error.js';
import { isMediaFileError, MediaFileError, type MediaFileProblem } from '../errors/media-file-error.js';
import { readOptions } from '../errors/read-options.js';
import { TaskAbortedError } from '../errors/task-aborted-error.js';
import { dataUri } from '../media/base64.js';
import { media, type AudioHandle, type ImageHandle } from '../media/handle.js';
import { formatValue } from '../rules.js';
import { damaged, inlineVideo, wrongFormat, wrongKind } from '../rules/media-file-sentences.js';
import type { MediaKind } from '../spec.js';
import type { MediaFacts, VideoFacts } from './facts.js';
import { formats, type MediaFormat } from './formats.js';
import { headBytes, identify } from './identify/identify.js';
import { limitProblems, sizeProblem } from './limits.js';
import { measure } from './measure/measure.js';
import { mp3Padding } from './sound/mp3-padding.js';
import type { MediaFileOptions, ProbeOptions } from './options.js';
import type { ByteSource } from './read/byte-source.js';
import { fileError, unreadable } from './read/fault.js';
import { memorySource } from './read/memory-source.js';
import { cutProblem } from './whole.js';

/** Opens what was passed, gives it to `use`, and closes it again. */
export type UseSource = <Result>(use: (source: ByteSource) => Promise<Result>) => Promise<Result>;

/**
 * `mediaFromFile` for a source of any platform. With `onUnmeasured`, a missing package is no error: the function gets the error, and
 * the file is checked as far as its bytes and its size tell.
 */
export async function createHandle(
	useSource: UseSource,
	options: (MediaFileOptions & { readonly as?: 'image' | 'audio' | undefined }) | undefined,
	onUnmeasured?: (lacking: ConfigurationError) => void,
): Promise<ImageHandle | AudioHandle> {
	const { as, signal, upstreamLimits } = readMediaFileOptions(options);
	return abortable(signal, (aborted) =>
		useSource(async (source) => {
			const format = await formatOf(source, as, (kind) =>
				throwIf(source.name, sizeProblem(source.name, source.size, kind, upstreamLimits)),
			);
			aborted?.throwIfAborted();
			const { kind, mediaType } = formats[format];
			if (kind === 'video') throw await videoError(source, format, upstreamLimits);

			// What is measured is what will be sent, even if the file changes meanwhile.
			const bytes = await source.read(0, source.size);
			await source.verify();
			aborted?.throwIfAborted();
			const facts = await measure(inMemory(source.name, bytes), format).catch((error: unknown) => {
				if (onUnmeasured === undefined || !isConfigurationError(error)) throw error;
				onUnmeasured(error);
				return undefined;
			});
			const cut = cutProblem(bytes, format);
			if (cut !== undefined) throw fileError(source.name, 'damaged', damaged(source.name, format, cut));
			const padding = format === 'mp3' ? mp3Padding(bytes) : 0;
			if (facts !== undefined) throwIf(source.name, ...limitProblems(source.name, facts, upstreamLimits, padding));
			return media[kind](dataUri(bytes, mediaType));
		}),
	);
}

/** `probeMedia` for a source of any platform. */
export async function probe(useSource: UseSource, options: ProbeOptions | undefined): Promise<MediaFacts> {
	const { signal } = readOptions('options', options, ({ signal }) => ({ signal }));
	return abortable(signal, (aborted) =>
		useSource(async (source) => {
			const format = await formatOf(source);
			aborted?.throwIfAborted();
			const facts = await measure(source, format);
			await source.verify();
			return facts;
		}),
	);
}

function readMediaFileOptions(options: Parameters<typeof createHandle>[1]) {
	const { as, signal, upstreamLimits } = readOptions('options', options, ({ as, signal, upstreamLimits }) => ({
		as,
		signal,
		upstreamLimits,
	}));
	if (as !== undefined && as !== 'image' && as !== 'audio') {
		const next =
			as === 'video' ? 'a video needs a URL or asset://<id>: pass it to media.video()' : 'choose image or audio';
		throw new ConfigurationError('as', `${formatValue(as)} is invalid: ${next}`);
	}
	if (upstreamLimits !== undefined && typeof upstreamLimits !== 'boolean') {
		throw new ConfigurationError('upstreamLimits', `${formatValue(upstreamLimits)} is invalid: choose true or false`);
	}
	return { as, signal, upstreamLimits: upstreamLimits ?? true };
}

/** Runs `work` until `signal` aborts. The signal of `work` stops what is not raced: the next read. */
async function abortable<Result>(
	signal: AbortSignal | undefined,
	work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
	return raceAbort(signal ?? undefined, (reason) => new TaskAbortedError(reason), work);
}

/**
 * Identifies the format of a file by its first bytes, and checks that it is of the kind that is wanted. Then `checkSize` gets its
 * kind, which may be unknown: more than the first bytes of a file that is too large are never read.
 */
async function formatOf(
	source: ByteSource,
	as?: 'image' | 'audio',
	checkSize?: (kind: MediaKind | undefined) => void,
): Promise<MediaFormat> {
	const { name, size } = source;
	if (size === 0) throw unreadable(name, 'is empty: write it first, or pass another file');
	const found = identify(await source.read(0, Math.min(size, headBytes)));
	if (typeof found !== 'string') {
		if (found.kind === undefined) checkSize?.(undefined);
		const from = (as ?? found.kind) === 'image' ? 'upstream' : 'API page';
		throw fileError(name, 'unknown-format', wrongFormat(name, found.name, found.kind, as), from);
	}
	const { kind } = formats[found];
	// The container of a video may have sound alone: then it is not called a video.
	if (as === 'audio' && kind === 'video') throw await notAudio(source, found);
	if (as !== undefined && kind !== as) throw fileError(name, 'wrong-kind', wrongKind(name, kind, as));
	checkSize?.(kind);
	return found;
}

/** The error of a video, or of the sound alone in its container, where audio was asked for. */
async function notAudio(source: ByteSource, format: MediaFormat): Promise<MediaFileError> {
	const found: unknown = await measure(source, format).catch((error: unknown) => error);
	if (isMediaFileError(found) && found.problems[0]?.reason === 'unknown-format') return found;
	return fileError(source.name, 'wrong-kind', wrongKind(source.name, 'video', 'audio'));
}

async function videoError(source: ByteSource, format: MediaFormat, upstreamLimits: boolean): Promise<MediaFileError> {
	const { name } = source;
	const facts = (await measure(source, format)) as VideoFacts;
	const problems = limitProblems(name, facts, upstreamLimits);
	if (problems.length > 0) return new MediaFileError(name, problems);
	const { width, height, seconds, framesPerSecond } = facts;
	const shown = `${Math.round(seconds * 1_000) / 1_000} s, ${width} × ${height} pixels, ${framesPerSecond} frames per second`;
	return fileError(name, 'video-needs-url', inlineVideo(name, shown), 'API page');
}

function throwIf(name: string, ...problems: readonly (MediaFileProblem | undefined)[]): void {
	const found = problems.filter((problem) => problem !== undefined);
	if (found.length > 0) throw new MediaFileError(name, found);
}

function inMemory(name: string, bytes: Uint8Array): ByteSource {
	return { ...memorySource(bytes)!, name };
}
