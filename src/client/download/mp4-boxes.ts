/** What is wrong with a file that should be an MP4. */
export interface Mp4Problem {
	readonly reason: string;

	/** Whether the file ends too early, so that the rest may still come. */
	readonly isTruncated: boolean;

	/** Whether the file is no video at all, such as a page. */
	readonly isText: boolean;
}

/**
 * Checks an MP4 file as its bytes pass: it begins with a `ftyp` box, has a `moov` and a `mdat` box, and ends where its last box
 * ends. The content of the boxes isn't read.
 */
export class Mp4Boxes {
	readonly #types = new Set<string>();
	#header: number[] = [];

	/** How many bytes have passed. */
	#position = 0;

	/** Where the next box begins; infinite if the last one reaches to the end of the file. */
	#next = 0;
	#lastType = '';
	#problem: Mp4Problem | undefined;

	/** Takes the next bytes of the file. */
	push(bytes: Uint8Array): void {
		let offset = 0;
		while (offset < bytes.byteLength && this.#problem === undefined) {
			const skipped = Math.min(Math.max(this.#next - this.#position, 0), bytes.byteLength - offset);
			offset += skipped;
			this.#position += skipped;
			if (offset < bytes.byteLength) this.#readHeader(bytes[offset++]!);
		}
	}

	/** What is wrong with the file that has passed; `undefined` if it is a whole MP4. */
	problem(): Mp4Problem | undefined {
		if (this.#problem) return this.#problem;
		const isText = this.#types.size === 0 && beginsAsText(this.#header);
		const truncated = (reason: string): Mp4Problem => ({ reason, isTruncated: true, isText });
		if (this.#header.length > 0) return truncated(`it ends in the header of a box, after ${this.#position} bytes`);
		if (this.#next !== Infinity && this.#position < this.#next) {
			return truncated(`it ends after ${this.#position} bytes, but its box "${this.#lastType}" ends at ${this.#next}`);
		}
		const missing = ['ftyp', 'moov', 'mdat'].find((type) => !this.#types.has(type));
		// The connection may have ended where a box does.
		return missing === undefined ? undefined : { ...odd(`it has no "${missing}" box`), isTruncated: true };
	}

	/** Takes one byte of a box's header: its size, its type and, for a large box, its size in 64 bits. */
	#readHeader(byte: number): void {
		this.#header.push(byte);
		this.#position += 1;
		const { length } = this.#header;
		if (length < 8) return;
		const size32 = numberIn(this.#header.slice(0, 4));
		if (size32 === 1 && length < 16) return;

		const type = String.fromCharCode(...this.#header.slice(4, 8));
		const size = size32 === 1 ? numberIn(this.#header.slice(8)) : size32;
		const start = this.#position - length;
		if (this.#types.size === 0 && type !== 'ftyp') {
			this.#problem = { ...odd('it does not begin with a "ftyp" box'), isText: beginsAsText(this.#header) };
		} else if (!/^[\x20-\x7e\xa9]{4}$/.test(type) || (size !== 0 && size < length)) {
			this.#problem = odd(`it has no valid box at byte ${start}`);
		}
		this.#types.add(type);
		this.#lastType = type;
		this.#next = size === 0 ? Infinity : start + size;
		this.#header = [];
	}
}

function odd(reason: string): Mp4Problem {
	return { reason, isTruncated: false, isText: false };
}

function numberIn(bytes: readonly number[]): number {
	return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** Whether bytes begin HTML, XML or JSON, perhaps after white space. */
function beginsAsText(bytes: readonly number[]): boolean {
	return /^(?:\xef\xbb\xbf)?\s*(?:[<{[]|$)/.test(String.fromCharCode(...bytes));
}
