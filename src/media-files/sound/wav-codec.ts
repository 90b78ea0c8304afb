import { headBytes } from '../identify/identify.js';
import type { ByteSource } from '../read/byte-source.js';
import { findWavChunk } from './wav-chunk.js';

/** Returns the name of what the sound of a wav is compressed with. `undefined` if it isn't, or if it isn't known. */
export async function wavCompression(source: ByteSource): Promise<string | undefined> {
	const head = await source.read(0, Math.min(source.size, headBytes));
	const { start } = findWavChunk(head, 'fmt ') ?? { start: Infinity };
	if (start + 2 > head.byteLength) return undefined;
	const tag = head[start]! + head[start + 1]! * 256;
	return measured.has(tag) ? undefined : (names.get(tag) ?? `format 0x${tag.toString(16).padStart(4, '0')}`);
}

/** PCM, float, A-law and μ-law, and the number that stands for one behind it. */
const measured: ReadonlySet<number> = new Set([0x0001, 0x0003, 0x0006, 0x0007, 0xfffe]);

const names: ReadonlyMap<number, string> = new Map([
	[0x0002, 'Microsoft ADPCM'],
	[0x0011, 'IMA ADPCM'],
	[0x0031, 'GSM'],
	[0x0050, 'MPEG'],
	[0x0055, 'MP3'],
	[0x00ff, 'AAC'],
	[0x2000, 'AC-3'],
]);
