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
 * Saves a task's video like {@link saveVideo}, in a step that may run again: `record` is called before the download and after it.
 * A file that was recorded as whole is not downloaded again, and one that was recorded before the download is replaced. `load`
 * reads the result, and is called before a download alone.
 */
export async function saveOnce(
	taskId: string,
	load: () => Promise<VideoResult>,
	path: string,
	options: SaveOptions,
	saved: SavedFile | undefined,
	record: (file: SavedFile) => Promise<void>,
): Promise<string> {
	const target = resolve(path);
	if (saved?.path !== target) {
		await checkTarget(target, taskId, options.overwrite === true);
		await record({ path: target, isWhole: false });
	} else if (saved.isWhole && (await isFile(target))) {
		return target;
	}
	await saveVideo(await load(), target, { ...options, overwrite: true });
	await record({ path: target, isWhole: true });
	return target;
}

function isFile(path: string): Promise<boolean> {
	return lstat(path).then(
		(found) => found.isFile(),
		() => false,
	);
}
