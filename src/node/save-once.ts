import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { VideoResult } from '../client/index.js';
import { checkTarget, saveVideo, type SaveOptions } from './save-video.js';

export { readSaveOptions } from './save-video.js';

/** What an earlier call has recorded: the absolute path that it writes to, and whether the file is whole. */
export interface SavedFile {
	readonly path: string;
	readonly isWhole: boolean;
}

/**
 * Saves a result's video like {@link saveVideo}, in a step that may run again: `record` is called before the download and after it.
 * A file that was recorded as whole is not downloaded again, and one that was recorded before the download is replaced.
 */
export async function saveOnce(
	result: VideoResult,
	path: string,
	options: SaveOptions,
	saved: SavedFile | undefined,
	record: (file: SavedFile) => Promise<void>,
): Promise<string> {
	const target = resolve(path);
	if (saved?.path !== target) {
		await checkTarget(target, result.taskId, options.overwrite === true);
		await record({ path: target, isWhole: false });
	} else if (saved.isWhole && (await isFile(target))) {
		return target;
	}
	await saveVideo(result, target, { ...options, overwrite: true });
	await record({ path: target, isWhole: true });
	return target;
}

function isFile(path: string): Promise<boolean> {
	return lstat(path).then(
		(found) => found.isFile(),
		() => false,
	);
}
