import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { VideoResult } from '../client/index.js';
import { SaveError, SeedanceError } from '../errors/index.js';
import { receiveVideo, type SaveProgress } from '../client/download/receive.js';

/** What {@link saveVideo} takes. */
export interface SaveOptions {
	/** Stops the download the moment it aborts, with a `TaskAbortedError`. */
	readonly signal?: AbortSignal | undefined;

	/** Called with each piece that arrives. It may be async and is waited for; where it throws, the download ends. */
	readonly onProgress?: ((progress: SaveProgress) => unknown) | undefined;

	/** Whether a file that stands there already is replaced. @default false */
	readonly overwrite?: boolean | undefined;
}

/**
 * Saves a result's video as a file, and resolves with the file's absolute path.
 *
 * The video is streamed to a temporary file beside the target, which takes the target's name once it is whole: there is never
 * half a video under that name, and nothing is left of a download that fails. A process that is killed in the middle leaves the
 * temporary file, `.seedance-….part`, which is good for nothing. A file that stands there already is refused before anything is
 * downloaded.
 *
 * A download that breaks goes on where it was, up to four times; a URL that has expired is read from the task again, once.
 *
 * @throws {SaveError} Where the file can't be written, or exists and `overwrite` isn't set.
 * @throws {DownloadError} Where the URL doesn't give the whole video.
 * @throws {TaskAbortedError} Where `signal` is aborted.
 * @throws {CallbackError} Where `onProgress` throws.
 *
 * @example
 * const path = await saveVideo(result, 'dance.mp4');
 */
export async function saveVideo(result: VideoResult, path: string, options: SaveOptions = {}): Promise<string> {
	const { overwrite = false, ...rest } = options;
	const { taskId } = result;
	const target = resolve(path);
	const partial = join(dirname(target), `.seedance-${randomUUID()}.part`);
	try {
		await checkTarget(target, taskId, overwrite);
		await write(partial, result, rest);
		if (overwrite) await rename(partial, target);
		else await settle(partial, target, taskId);
		return target;
	} catch (error) {
		throw error instanceof SeedanceError ? error : new SaveError(target, taskId, codeOf(error), error);
	} finally {
		await rm(partial, { force: true }).catch(() => undefined);
	}
}

/** Gives a file its final name, unless there is one by that name: renaming would silently replace what came meanwhile. */
async function settle(partial: string, target: string, taskId: string): Promise<void> {
	try {
		await link(partial, target);
	} catch (error) {
		if (!linkless.has(codeOf(error))) throw error;
		await checkTarget(target, taskId, false);
		await rename(partial, target);
	}
}

/** What file systems that know no second name for a file, such as FAT, answer to the attempt. */
const linkless: ReadonlySet<string | undefined> = new Set([
	'EPERM',
	'ENOTSUP',
	'EOPNOTSUPP',
	'ENOSYS',
	'EMLINK',
	'EXDEV',
]);

async function write(path: string, result: VideoResult, options: Omit<SaveOptions, 'overwrite'>): Promise<void> {
	// Opened before the video is asked for: where there is no directory, there is no download.
	const file = await open(path, 'wx');
	try {
		let end = 0;
		for await (const { position, bytes } of receiveVideo(result, options)) {
			await writeAt(file, position, bytes);
			end = position + bytes.byteLength;
		}
		// A download that started anew may be shorter than what was there.
		await file.truncate(end);
	} finally {
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

async function checkTarget(target: string, taskId: string, overwrite: boolean): Promise<void> {
	const found = await stat(target).catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	});
	if (found?.isDirectory()) throw new SaveError(target, taskId, 'EISDIR');
	if (found && !overwrite) throw new SaveError(target, taskId, 'EEXIST');
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
