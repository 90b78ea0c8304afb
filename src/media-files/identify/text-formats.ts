import type { OtherFormat } from './other-format.js';

/** Identifies formats of text. A page in place of a file is what a failed download leaves. */
export function textFormat(text: string): OtherFormat | undefined {
	const start = text.replace(/^\xef\xbb\xbf/, '').trimStart();
	if (isXml.test(start) && /<svg[\s>]/i.test(start)) return { name: 'an SVG image', kind: 'image' };
	if (/^<(?:!doctype html|html|head|body)/i.test(start)) return { name: 'an HTML page' };
	if (isXml.test(start)) return { name: 'an XML document' };
	if (start.startsWith('#EXTM3U')) return { name: 'an HLS playlist', kind: 'video' };
	if (/^data:[a-z]+\/[\w.+-]+[;,]/i.test(start)) return { name: 'the text of a data: URI' };
	if (start !== '' && isText.test(text)) return { name: 'a text file' };
	return undefined;
}

const isXml = /^<(?:\?xml|!--|!doctype|svg)/i;

// No control characters but white space: true for ASCII and for UTF-8.
const isText = /^[\t\n\f\r\x20-\x7e\x80-\xff]+$/;
