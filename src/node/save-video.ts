import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { VideoResult } from '../client/index.js';
import { SaveError, SeedanceError } from '../errors/index.js';
import { receive, type SaveProgress } from './receive.js';

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
 * half a video under that name, and nothing is left of a download that fails. A file that stands there already is refused
 * before anything is downloaded.
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
		// Again, because renaming would silently replace a file that came meanwhile.
		await checkTarget(target, taskId, overwrite);
		await rename(partial, target);
		return target;
	} catch (error) {
		await rm(partial, { force: true }).catch(() => undefined);
		throw error instanceof SeedanceError ? error : new SaveError(target, taskId, codeOf(error), error);
	}
}

async function write(path: string, result: VideoResult, options: Omit<SaveOptions, 'overwrite'>): Promise<void> {
	// Opened before the video is asked for: where there is no directory, there is no download.
	const file = await open(path, 'wx');
	try {
		await pipeline(receive(result, options), file.createWriteStream());
	} finally {
		await file.close();
	}
}

async function checkTarget(target: string, taskId: string, overwrite: boolean): Promise<void> {
	const found = await stat(target).catch(() => undefined);
	if (found?.isDirectory()) throw new SaveError(target, taskId, 'EISDIR');
	if (found && !overwrite) throw new SaveError(target, taskId, 'EEXIST');
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
