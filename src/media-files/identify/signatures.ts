import type { MediaKind } from '../../spec.js';
import { latin1 } from '../bytes.js';
import type { MediaFormat } from '../formats.js';
import type { OtherFormat } from './other-format.js';

/** Identifies a format by the fixed bytes that its files begin with. */
export function signatureFormat(head: Uint8Array): MediaFormat | OtherFormat | undefined {
	const taken = signatures.find(([, pattern]) => matches(head, pattern));
	if (taken !== undefined) return taken[0];
	const other = otherSignatures.find(([, , ...patterns]) => patterns.some((pattern) => matches(head, pattern)));
	if (other !== undefined) return other[0] === 'none' ? { name: other[1] } : { kind: other[0], name: other[1] };
	if (isTransportStream(head)) return { kind: 'video', name: 'an MPEG-TS video' };
	// Some programs write a line before it.
	return latin1(head.subarray(0, 1024)).includes('%PDF-') ? { name: 'a PDF document' } : undefined;
}

/** The formats that the API takes. In a pattern, `<hh>` is a byte in hexadecimal, and `?` stands for any. */
const signatures: readonly (readonly [format: MediaFormat, pattern: string])[] = [
	['png', '<89>PNG<0d><0a><1a><0a>'],
	['jpeg', '<ff><d8><ff>'],
	['gif', 'GIF87a'],
	['gif', 'GIF89a'],
	['webp', 'RIFF????WEBP'],
	// A bmp goes on with the length of its second header: other files may begin with the same letters.
	['bmp', 'BM????????????<0c><00><00><00>'],
	['bmp', 'BM????????????<28><00><00><00>'],
	['bmp', 'BM????????????<34><00><00><00>'],
	['bmp', 'BM????????????<38><00><00><00>'],
	['bmp', 'BM????????????<40><00><00><00>'],
	['bmp', 'BM????????????<6c><00><00><00>'],
	['bmp', 'BM????????????<7c><00><00><00>'],
	['tiff', 'II<2a><00>'],
	['tiff', 'MM<00><2a>'],
	['wav', 'RIFF????WAVE'],
	['mp3', 'ID3<02>'],
	['mp3', 'ID3<03>'],
	['mp3', 'ID3<04>'],
];

/** The formats that users are likely to try. */
const otherSignatures: readonly (readonly [kind: MediaKind | 'none', name: string, ...patterns: string[]])[] = [
	// Before the icon: its number of pictures is never zero where the colour table of a tga is.
	['image', 'a TGA image', '<00><00><02><00><00><00><00><00>', '<00><00><0a><00><00><00><00><00>'],
	['image', 'an ICO or CUR icon', '<00><00><01><00>', '<00><00><02><00>'],
	['image', 'a BigTIFF image', 'II<2b><00>', 'MM<00><2b>'],
	['image', 'a JPEG XL image', '<ff><0a>', '<00><00><00><0c>JXL '],
	['image', 'a JPEG 2000 image', '<00><00><00><0c>jP  ', '<ff><4f><ff><51>'],
	['image', 'a Photoshop document', '8BPS'],
	['image', 'an OpenEXR image', 'v/1<01>'],
	['image', 'a DDS texture', 'DDS '],
	['image', 'a QOI image', 'qoif'],
	['image', 'an ICNS icon', 'icns'],
	['video', 'an AVI video', 'RIFF????AVI '],
	['video', 'an FLV video', 'FLV<01>'],
	['video', 'a WMV, WMA or ASF file', '<30><26><b2><75><8e><66><cf><11>'],
	['video', 'an MPEG-PS video', '<00><00><01><ba>', '<00><00><01><b3>'],
	['audio', 'a FLAC file', 'fLaC'],
	['audio', 'an Ogg file', 'OggS'],
	['audio', 'an RF64 file', 'RF64', 'BW64'],
	['audio', 'a RIFX file', 'RIFX'],
	['audio', 'a Wave64 file', 'riff<2e><91><cf><11>'],
	['audio', 'an AC-3 file', '<0b><77>'],
	['audio', 'an AIFF file', 'FORM????AIFF', 'FORM????AIFC'],
	['audio', 'a CAF file', 'caff'],
	['audio', 'an AMR file', '#!AMR'],
	['audio', 'a MIDI file', 'MThd'],
	['audio', 'an AU file', '.snd'],
	['none', 'a PostScript document', '%!PS'],
	['none', 'a ZIP archive or an Office document', 'PK<03><04>', 'PK<05><06>', 'PK<07><08>'],
	['none', 'an old Office document', '<d0><cf><11><e0><a1><b1><1a><e1>'],
	['none', 'a gzip archive', '<1f><8b><08>'],
	['none', 'a 7z archive', '7z<bc><af><27><1c>'],
	['none', 'a RAR archive', 'Rar!<1a><07>'],
	['none', 'a Flash file', 'FWS', 'CWS', 'ZWS'],
	['none', 'a program', '<7f>ELF', 'MZ????????????<00>'],
];

function matches(head: Uint8Array, pattern: string): boolean {
	return Array.from(pattern.matchAll(/<([\da-f]{2})>|([^])/g)).every(([, code, character], index) => {
		if (character === '?') return index < head.byteLength;
		return head[index] === (code === undefined ? character!.charCodeAt(0) : Number.parseInt(code, 16));
	});
}

/** A transport stream is made of packets of 188 bytes, each with the same first byte. */
function isTransportStream(head: Uint8Array): boolean {
	return [0, 188, 376].every((at) => head[at] === 0x47);
}
