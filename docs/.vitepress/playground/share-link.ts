import { base64 } from '../../../src/media/base64.js';

/** The longest address that is offered as a link: chats and mail programs cut longer ones. */
export const longestLink = 8_000;

/** The longest program that a link may hold, in bytes. */
const longestProgram = 1_000_000;

const prefix = '#code=';

/**
 * Writes a program as the hash of an address: deflated, in base64url.
 *
 * A hash is not part of what a browser sends to a server.
 */
export async function hashOf(code: string): Promise<string> {
	const bytes = await through(new TextEncoder().encode(code), new CompressionStream('deflate-raw'));
	return `${prefix}${base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/**
 * Reads the program from the hash of an address. `undefined` if the hash has none.
 *
 * @throws {Error} If the hash is damaged. The message is for the user.
 */
export async function codeOf(hash: string): Promise<string | undefined> {
	if (!hash.startsWith(prefix)) return undefined;
	try {
		const standard = hash.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/');
		const bytes = Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
		const text = await through(bytes, new DecompressionStream('deflate-raw'));
		return new TextDecoder('utf-8', { fatal: true }).decode(text);
	} catch (cause) {
		throw new Error(damagedLink, { cause });
	}
}

/** The sentence about a link that cannot be read. */
export const damagedLink = 'the link is damaged, so an example is shown: copy the whole link and open it again';

/** Passes bytes through a stream. It ends with an error where the result is too long for a program. */
async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
	const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	for (let length = 0; ;) {
		const { done, value } = await reader.read();
		if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
		length += value.length;
		chunks.push(value);
		if (length > longestProgram) {
			await reader.cancel();
			throw new RangeError('the program is too long');
		}
	}
}
