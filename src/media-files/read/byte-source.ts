/** The bytes of a file, read in parts. */
export interface ByteSource {
	/** What errors call the file. */
	readonly name: string;

	/** In bytes. Known before anything is read. */
	readonly size: number;

	/**
	 * Reads the bytes from `start` up to `end`, which is at most `size`. They are the caller's own.
	 *
	 * @throws {MediaFileError} If they can't be read, or are fewer.
	 */
	read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;

	/**
	 * Checks that the file is what it was before the first read.
	 *
	 * @throws {MediaFileError} If it changed.
	 */
	verify(): Promise<void>;
}

/** Returns the name of a file for a message. One that a message can't show as it is, is quoted. */
export function nameForMessage(name: string): string {
	const short = name.length > mostCharacters ? `…${name.slice(-mostCharacters)}` : name;
	return /^[^\p{C}\p{Z}"]+(?: [^\p{C}\p{Z}"]+)*$/u.test(short) ? short : JSON.stringify(short);
}

const mostCharacters = 200;
