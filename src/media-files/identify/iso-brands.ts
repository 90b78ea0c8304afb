import { bytesOf } from '../bytes.js';
import type { MediaFormat } from '../formats.js';
import type { OtherFormat } from './other-format.js';

/**
 * Identifies a file of ISO boxes, such as an mp4, by the brands of its `ftyp` box. Old mov files have no such box, and begin with
 * another one.
 */
export function isoFormat(text: string): MediaFormat | OtherFormat | undefined {
	const type = text.slice(4, 8);
	if (type !== 'ftyp') return oldMov.test(text) ? 'mov' : undefined;
	const major = text.slice(8, 12);
	const length = bytesOf(text.slice(0, 4)).reduce((value, byte) => value * 256 + byte, 0);
	const brands = [major, ...(text.slice(16, Math.max(length, 16)).match(/[^]{4}/g) ?? [])];
	const image = imageFormat(major, brands);
	return image ?? others.find(({ pattern }) => pattern.test(major))?.format ?? 'mp4';
}

function imageFormat(major: string, brands: readonly string[]): MediaFormat | OtherFormat | undefined {
	if (avif.has(major)) return avifImage;
	if (heic.has(major)) return 'heic';
	if (!heif.has(major)) return undefined;
	// The brand of the container alone: another brand tells what is in it.
	if (brands.some((brand) => avif.has(brand))) return avifImage;
	return brands.some((brand) => heic.has(brand)) ? 'heic' : 'heif';
}

const avif: ReadonlySet<string> = new Set(['avif', 'avis']);
const heic: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const heif: ReadonlySet<string> = new Set(['mif1', 'mif2', 'msf1', 'heif']);
const avifImage: OtherFormat = { name: 'an AVIF image', kind: 'image' };

const others: readonly { readonly pattern: RegExp; readonly format: MediaFormat | OtherFormat }[] = [
	{ pattern: /^qt/, format: 'mov' },
	{ pattern: /^M4[ABP]/, format: { name: 'an M4A file', kind: 'audio' } },
	{ pattern: /^3g/, format: { name: 'a 3GP video', kind: 'video' } },
	{ pattern: /^F4V/i, format: { name: 'an F4V video', kind: 'video' } },
	{ pattern: /^crx/, format: { name: 'a CR3 raw image', kind: 'image' } },
	{ pattern: /^jp[2mx]/, format: { name: 'a JPEG 2000 image', kind: 'image' } },
];

const oldMov = /^[^]{4}(?:moov|mdat|wide|pnot|free|skip)/;
