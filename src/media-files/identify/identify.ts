import { latin1 } from '../bytes.js';
import type { MediaFormat } from '../formats.js';
import { isoFormat } from './iso-brands.js';
import type { OtherFormat } from './other-format.js';
import { signatureFormat } from './signatures.js';
import { textFormat } from './text-formats.js';

/** How many bytes of a file's beginning are enough to identify it. */
export const headBytes = 4096;

/** Identifies a format by the first bytes of a file. Its name and its media type don't count. */
export function identify(head: Uint8Array): MediaFormat | OtherFormat {
	const text = latin1(head);
	return (
		isoFormat(text) ?? signatureFormat(head) ?? matroska(text) ?? mpegAudio(head) ?? textFormat(text) ?? unknown(head)
	);
}

function matroska(text: string): OtherFormat | undefined {
	if (!text.startsWith('\x1a\x45\xdf\xa3')) return undefined;
	const isWebm = text.slice(0, 80).includes('webm');
	return { kind: 'video', name: isWebm ? 'a WebM video' : 'a Matroska (mkv) video' };
}

/** Reads the header of an MPEG audio frame, whose first eleven bits are set. */
function mpegAudio(head: Uint8Array): MediaFormat | OtherFormat | undefined {
	const [first = 0, second = 0, third = 0] = head;
	if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
	const version = (second >> 3) & 3;
	const layer = (second >> 1) & 3;
	if (layer === 0 && (second & 0xf0) === 0xf0) return { kind: 'audio', name: 'an AAC file' };
	// Layer I, which nobody uses, begins as text of 16 bits does.
	if (version === 1 || layer === 0 || layer === 3 || third >> 4 === 15 || ((third >> 2) & 3) === 3) return undefined;
	return layer === 1 ? 'mp3' : { kind: 'audio', name: 'an MPEG audio file of layer II' };
}

function unknown(head: Uint8Array): OtherFormat {
	const bytes = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
	return { name: `of an unknown format (its first bytes are ${bytes.join(' ')})` };
}
