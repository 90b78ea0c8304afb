import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { SeedanceError } from '../errors/index.js';
import { nameForMessage, type ByteSource } from '../media-files/read/byte-source.js';
import { changed, unreadable } from '../media-files/read/fault.js';
import type { MediaFileError } from '../errors/index.js';

/**
 * Opens a file, gives its source to `use`, and closes it again.
 *
 * @throws {MediaFileError} If it is no regular file, or can't be opened or read.
 */
export async function useFile<Result>(path: string, use: (source: ByteSource) => Promise<Result>): Promise<Result> {
	const name = nameForMessage(path);
	const file = await openFile(path, name);
	try {
		return await use(await fileSource(file, name));
	} catch (error) {
		throw error instanceof SeedanceError ? error : systemError(name, error);
	} finally {
		await file.close().catch(() => undefined);
	}
}

async function openFile(path: string, name: string): Promise<FileHandle> {
	try {
		// Before it is opened: to open a pipe waits for a writer, and to open a device may act on it.
		const found = await stat(path);
		if (!found.isFile()) throw notRegular(name, found);
		return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		throw error instanceof SeedanceError ? error : systemError(name, error);
	}
}

async function fileSource(file: FileHandle, name: string): Promise<ByteSource> {
	const before = await file.stat();
	if (!before.isFile()) throw notRegular(name, before);
	return {
		name,
		size: before.size,
		async read(start, end) {
			const bytes = new Uint8Array(end - start);
			let length = 0;
			while (length < bytes.byteLength) {
				const { bytesRead } = await readSome(file, name, bytes, length, start);
				if (bytesRead === 0) throw changed(name);
				length += bytesRead;
			}
			return bytes;
		},
		async verify() {
			const after = await file.stat();
			if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changed(name);
		},
	};
}

async function readSome(file: FileHandle, name: string, bytes: Uint8Array, offset: number, start: number) {
	try {
		return await file.read(bytes, offset, bytes.byteLength - offset, start + offset);
	} catch (error) {
		throw systemError(name, error);
	}
}

function notRegular(name: string, found: { isDirectory(): boolean }): MediaFileError {
	return found.isDirectory()
		? unreadable(name, 'is a directory: pass the path of a file', 'EISDIR')
		: unreadable(name, 'is not a regular file: pass the path of a file, or its bytes', 'EFTYPE');
}

function systemError(name: string, error: unknown): MediaFileError {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	const problem = Object.hasOwn(problems, code ?? '') ? problems[code!] : undefined;
	return unreadable(name, problem ?? `cannot be read (${code ?? 'unknown error'}): pass another file`, code);
}

const problems: Readonly<Record<string, string | undefined>> = {
	ENOENT: 'does not exist: check the path, which begins at the working directory unless it is absolute',
	ENOTDIR: 'does not exist: a part of the path is a file and no directory; check the path',
	EACCES: 'cannot be read: give this process the permission to read it',
	EPERM: 'cannot be read: give this process the permission to read it',
	ELOOP: 'cannot be read: its symbolic links lead in a circle; pass the path of a file',
	ENAMETOOLONG: 'cannot be read: the path is too long; check it',
	ERR_INVALID_ARG_VALUE: 'cannot be read: the path has a null character; remove it',
	EMFILE: 'cannot be read: this process has too many open files; read fewer at a time',
};
