import { describe, expect, test } from 'vitest';
import { headBytes, identify } from '../../../src/media-files/identify/identify.js';
import { box, fixtureBytes } from '../fixtures.js';

const ftyp = (...brands: readonly string[]) =>
	box('ftyp', Buffer.from([brands[0], '\0\0\0\0', ...brands.slice(1)].join('')));
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a file of the repository is identified by its bytes', () => {
	test.each([
		['image.png', 'png'],
		['image.jpg', 'jpeg'],
		['image.webp', 'webp'],
		['image.gif', 'gif'],
		['image.bmp', 'bmp'],
		['image.tiff', 'tiff'],
		['image.heic', 'heic'],
		['video.mp4', 'mp4'],
		['fragmented.mp4', 'mp4'],
		['video.mov', 'mov'],
		['sound.wav', 'wav'],
		['sound.mp3', 'mp3'],
		['bare.mp3', 'mp3'],
	])('%s', (name, format) => {
		expect(identify(fixtureBytes(name).subarray(0, headBytes))).toBe(format);
	});
});

describe('a format that the API takes', () => {
	test.each([
		['a heif of another codec', ftyp('mif1', 'mif1', 'avci'), 'heif'],
		['a heic whose first brand is that of the container', ftyp('mif1', 'mif1', 'heic'), 'heic'],
		['an mp4 of a phone', ftyp('mp42', 'mp42', 'isom'), 'mp4'],
		['an m4v', ftyp('M4V ', 'M4V '), 'mp4'],
		['an old mov, which has no brand', Buffer.concat([box('wide'), box('mdat')]), 'mov'],
		['a tiff, big end first', bytes('MM\0*\0\0\0\x08'), 'tiff'],
		['a gif of 1987', bytes('GIF87a'), 'gif'],
	])('%s is identified', (_, head, format) => {
		expect(identify(head)).toBe(format);
	});
});

describe('a format that the API does not take has its name', () => {
	test.each([
		['image', 'an AVIF image', fixtureBytes('other.avif')],
		['image', 'an AVIF image', ftyp('mif1', 'mif1', 'avif')],
		['image', 'an SVG image', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['image', 'an SVG image', bytes('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="1">')],
		['image', 'an ICO or CUR icon', bytes('\0\0\x01\0\x01\0')],
		['image', 'an ICO or CUR icon', bytes('\0\0\x02\0\x01\0\x20\x20')],
		['image', 'a TGA image', bytes('\0\0\x02\0\0\0\0\0\0\0\0\0')],
		['image', 'a BigTIFF image', bytes('II+\0\x08\0\0\0')],
		['image', 'a JPEG XL image', bytes('\xff\x0a\x00')],
		['image', 'a JPEG 2000 image', bytes('\0\0\0\x0cjP  \r\n\x87\n')],
		['image', 'a Photoshop document', bytes('8BPS\0\x01')],
		['image', 'a CR3 raw image', ftyp('crx ', 'crx ')],
		['video', 'a Matroska (mkv) video', fixtureBytes('other.mkv')],
		['video', 'a WebM video', fixtureBytes('other.webm')],
		['video', 'an AVI video', fixtureBytes('other.avi')],
		['video', 'a 3GP video', ftyp('3gp5', '3gp5')],
		['video', 'an FLV video', bytes('FLV\x01\x05')],
		['video', 'a WMV, WMA or ASF file', bytes('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
		['video', 'an MPEG-PS video', bytes('\0\0\x01\xba')],
		['video', 'an MPEG-TS video', Buffer.alloc(600, bytes(`G${'\0'.repeat(187)}`))],
		['video', 'an HLS playlist', bytes('#EXTM3U\n')],
		['audio', 'a FLAC file', fixtureBytes('other.flac')],
		['audio', 'an Ogg file', fixtureBytes('other.ogg')],
		['audio', 'an M4A file', fixtureBytes('other.m4a')],
		['audio', 'an AAC file', fixtureBytes('other.aac')],
		['audio', 'an RF64 file', bytes('RF64\xff\xff\xff\xffWAVEds64')],
		['audio', 'a RIFX file', bytes('RIFX\0\0\0\x24WAVEfmt ')],
		['audio', 'a Wave64 file', bytes('riff\x2e\x91\xcf\x11')],
		['audio', 'an AC-3 file', bytes('\x0b\x77\x1e\xf8')],
		['audio', 'an AIFF file', bytes('FORM\0\0\0\0AIFF')],
		['audio', 'an MPEG audio file of layer II', bytes('\xff\xfd\x90\x00')],
		[undefined, 'a PDF document', bytes('%PDF-1.7\n')],
		[undefined, 'a ZIP archive or an Office document', bytes('PK\x03\x04')],
		[undefined, 'a gzip archive', bytes('\x1f\x8b\x08')],
		[undefined, 'an HTML page', bytes('\n<!DOCTYPE html><html>')],
		[undefined, 'an XML document', bytes('<?xml version="1.0"?><rss/>')],
		[undefined, 'the text of a data: URI', bytes('data:image/png;base64,iVBO')],
		[undefined, 'a text file', bytes('{"error":"not found"}')],
		[undefined, 'a text file', Buffer.from('图片在这里\n')],
		[undefined, 'of an unknown format (its first bytes are 00 00 00 00)', Buffer.alloc(4)],
		[undefined, 'of an unknown format (its first bytes are ff fe 41 00)', bytes('\xff\xfeA\0')],
	])('%s: %s', (kind, name, head) => {
		expect(identify(head.subarray(0, headBytes))).toStrictEqual(kind === undefined ? { name } : { kind, name });
	});
});
