import { MediaFileError, type MediaFileProblem, type MediaFileReason } from '../../errors/media-file-error.js';

/** Makes the error of one problem. */
export function fileError(
	name: string,
	reason: MediaFileReason,
	message: string,
	source: MediaFileProblem['source'] = 'this library',
): MediaFileError {
	return new MediaFileError(name, [{ reason, source, message }]);
}

/** Makes the error of a file that can't be read. `code` is that of the file system or of the browser. */
export function unreadable(name: string, problem: string, code?: string): MediaFileError {
	return new MediaFileError(
		name,
		[{ reason: 'unreadable', source: 'this library', message: `${name} ${problem}` }],
		code,
	);
}

/** Makes the error of a file that is shorter or newer than it was before the first read. */
export function changed(name: string): MediaFileError {
	return unreadable(name, 'changed while it was read: call again when it is written');
}
