import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { receiveVideo, type SaveProgress } from '../client/download/receive.js';
import type { VideoResult } from '../client/index.js';
import { longestTimer } from '../client/options.js';
import { ConfigurationError, DownloadError, SaveError, SeedanceError } from '../errors/index.js';
import { readObject, readOptions } from '../errors/read-options.js';
import { formatValue } from '../rules.js';

/** Options of {@link saveVideo}. */
export interface SaveOptions {
	/** Stops the download when it aborts, with a `TaskAbortedError`. */
	readonly signal?: AbortSignal | undefined;

	/** Called with each part that arrives. May be async; the next part waits for it. If it throws, the download ends. */
	readonly onProgress?: ((progress: SaveProgress) => unknown) | undefined;

	/** Whether to replace an existing file. Keeps its mode; replaces regular files only. @default false */
	readonly overwrite?: boolean | undefined;

	/** How long the whole download may take, in milliseconds. @default 1_800_000, half an hour */
	readonly deadline?: number | undefined;

	/** The most bytes to save. @default 2_147_483_648, 2 GiB */
	readonly maxBytes?: number | undefined;
}

/**
 * Saves a result's video as a file, and resolves with the file's absolute path.
 *
 * The video is streamed to a temporary file beside the target, which gets the target's name once the video is whole: no part of
 * a video ever has that name, and a failed download leaves nothing. A process that is killed leaves the temporary file,
 * `.seedance-….part`, which can be deleted. An existing file is refused before the download starts.
 *
 * Only a whole MP4 is saved: its length is the one announced, and its boxes end where the file ends. A file of the announced
 * length whose boxes are wrong is kept as `NAME.unverified`, and the `DownloadError` has its path. A broken download continues
 * where it was, up to four times; an expired URL is read from the task again, once.
 *
 * Redirects are followed to `https:` only, and never into a private network, unless the API is in one.
 *
 * @throws {SaveError} If the file can't be written, or exists and `overwrite` isn't set.
 * @throws {DownloadError} If the URL doesn't give the whole video in time.
 * @throws {TaskAbortedError} When `signal` aborts.
 * @throws {CallbackError} If `onProgress` throws.
 * @throws {ConfigurationError} If `result` is not a result, or an option can't be used.
 *
 * @example
 * const path = await saveVideo(result, 'dance.mp4');
 */
export async function saveVideo(result: VideoResult, path: string, options?: SaveOptions): Promise<string> {
	const given = readOptions('options', options, readSaveOptions);
	const { overwrite = false, signal, onProgress } = given;
	const deadline = Math.min(positive('deadline', given.deadline ?? 1_800_000), longestTimer);
	const maxBytes = positive('maxBytes', given.maxBytes ?? 2 ** 31);
	const taskId = taskIdOf(result);
	if (typeof path !== 'string') {
		throw new SaveError(formatValue(path), taskId, undefined, new TypeError('the path is not a text'));
	}
	const target = resolve(path);
	const partial = join(dirname(target), `.seedance-${randomUUID()}.part`);
	try {
		const mode = await checkTarget(target, taskId, overwrite);
		const problem = await write(partial, mode, receiveVideo(result, { signal, onProgress, deadline, maxBytes }));
		if (problem !== undefined) {
			const unverifiedPath = await keepUnverified(partial, target);
			throw new DownloadError({ taskId, code: 'NOT_MP4', reason: problem, unverifiedPath });
		}
		if (overwrite) await rename(partial, target);
		else await nameFile(partial, target, taskId);
		return target;
	} catch (error) {
		throw error instanceof SeedanceError ? error : new SaveError(target, taskId, codeOf(error), error);
	} finally {
		await rm(partial, { force: true }).catch(() => undefined);
	}
}

/** Copies the options of {@link saveVideo}. */
export function readSaveOptions({ signal, onProgress, overwrite, deadline, maxBytes }: SaveOptions): SaveOptions {
	return { signal, onProgress, overwrite, deadline, maxBytes };
}

function taskIdOf(result: VideoResult): string {
	const wanted = 'the result of wait() or generate()';
	const taskId: unknown = readObject('result', result, wanted, (given) => given.taskId);
	if (typeof taskId === 'string') return taskId;
	throw new ConfigurationError('result', `has no taskId: pass ${wanted}`);
}

function positive(option: string, value: unknown): number {
	if (typeof value === 'number' && value > 0) return value;
	throw new ConfigurationError(option, `${formatValue(value)} is not a positive number: give a number above 0`);
}

/** Keeps a file that arrived whole and isn't an MP4, under a name that no other file has, and returns that name. */
async function keepUnverified(partial: string, target: string): Promise<string> {
	const path = `${target}.unverified`;
	const isTaken = await lstat(path).then(
		() => true,
		() => false,
	);
	const free = isTaken ? `${target}.${randomUUID()}.unverified` : path;
	await rename(partial, free);
	return free;
}

/** Gives a file its final name, unless another file has it: renaming would silently replace a file that appeared meanwhile. */
async function nameFile(partial: string, target: string, taskId: string): Promise<void> {
	try {
		await link(partial, target);
	} catch (error) {
		if (!linkless.has(codeOf(error))) throw error;
		await checkTarget(target, taskId, false);
		await rename(partial, target);
	}
}

/** The codes of file systems that can't give a file a second name, such as FAT. */
const linkless: ReadonlySet<string | undefined> = new Set([
	'EPERM',
	'ENOTSUP',
	'EOPNOTSUPP',
	'ENOSYS',
	'EMLINK',
	'EXDEV',
]);

/** Writes the parts of a video, and returns what `parts` returns. `mode` is the one of the file to replace. */
async function write(
	path: string,
	mode: number | undefined,
	parts: ReturnType<typeof receiveVideo>,
): Promise<string | undefined> {
	// Opened before the video is requested: without a directory, there is no download.
	const file = await open(path, 'wx');
	try {
		if (mode !== undefined) await file.chmod(mode);
		let end = 0;
		for (;;) {
			const { done, value } = await parts.next();
			if (done) {
				// A download that started again may be shorter than what was there.
				await file.truncate(end);
				// On disk before it gets its name: after a power failure, a name must not stand for an empty file.
				await file.sync();
				return value;
			}
			await writeAt(file, value.position, value.bytes);
			end = value.position + value.bytes.byteLength;
		}
	} finally {
		await parts.return(undefined);
		await file.close();
	}
}

/** Writes all of `bytes`: one call may write less. */
async function writeAt(file: FileHandle, position: number, bytes: Uint8Array): Promise<void> {
	let written = 0;
	while (written < bytes.byteLength) {
		const { bytesWritten } = await file.write(bytes, written, bytes.byteLength - written, position + written);
		written += bytesWritten;
	}
}

/**
 * Checks that the target may be written, and returns the mode of a file that is to be replaced.
 *
 * @throws {SaveError} If it may not.
 */
export async function checkTarget(target: string, taskId: string, overwrite: boolean): Promise<number | undefined> {
	const found = await lstat(target).catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw new SaveError(target, taskId, codeOf(error), error);
	});
	if (found === undefined) return undefined;
	if (found.isDirectory()) throw new SaveError(target, taskId, 'EISDIR');
	if (!overwrite) throw new SaveError(target, taskId, 'EEXIST');
	if (!found.isFile()) throw new SaveError(target, taskId, 'EFTYPE');
	return found.mode & 0o777;
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
