import { expect, expectTypeOf, test } from 'vitest';
import { sourceFault, type MalformedSource, type SourceFault } from '../../src/media/source-fault.js';
import type { SourceTexts } from '../../src/media/source.js';

const png = 'data:image/png;base64,';

/** What is wrong with each text as an image, where a literal shows it. */
const shown = {
	'': 'imageSource',
	'cat.jpg': 'imageSource',
	'ftp://example.com/cat.jpg': 'imageSource',
	'data:image/png': 'imageSource',
	'data:image/png,AAAA': 'imageSource',
	'data:video/mp4;base64,AAAA': 'imageSource',
	' https://example.com': 'sourceSpace',
	'\nasset://cat': 'sourceSpace',
	'https://exa mple.com': 'sourceSpace',
	'https://example.com/cat.jpg\n': 'sourceSpace',
	'asset://my cat': 'sourceSpace',
	'data:image/png;base64,AA AA': 'sourceSpace',
	'HTTPS://example.com/cat.jpg': 'sourceCase',
	'Asset://cat': 'sourceCase',
	'Data:image/png;base64,AAAA': 'sourceCase',
	'blob:https://example.com/1': 'localSource',
	'file:///cat.jpg': 'localSource',
	'FILE:///cat.jpg': 'localSource',
	'./cat.jpg': 'localSource',
	'../cat.jpg': 'localSource',
	'/tmp/cat.jpg': 'localSource',
	'https://https://example.com': 'twoBeginnings',
	'asset://asset://cat': 'twoBeginnings',
	'https://data:image/png;base64,AAAA': 'twoBeginnings',
	'data:image/png;base64,data:image/png;base64,AAAA': 'twoBeginnings',
	'asset://': 'missingAssetId',
	'http://': 'missingHost',
	'https://': 'missingHost',
	'https:///cat.jpg': 'missingHost',
	'https://?cat': 'missingHost',
	'https://#cat': 'missingHost',
	'https://:8080': 'missingHost',
	'data:image/;base64,AAAA': 'dataFormat',
	'data:image/png;base64,': 'dataMissing',
} as const;

type Shown = typeof shown;

test.each(Object.entries(shown))('%j is no image: %s', (text, fault) => {
	expect(sourceFault(text, 'image')).toBe(fault);
});

test('the compiler finds the same faults', () => {
	expectTypeOf<{ [Text in keyof Shown]: SourceFault<'image', Text> }>().toEqualTypeOf(shown);
});

test('the compiler judges each text that begins like a source', () => {
	type Begins = Extract<keyof Shown, SourceTexts['image']>;
	expectTypeOf<Exclude<Begins, MalformedSource>>().toEqualTypeOf<never>();
	type Right = 'https://example.com/a?b=https://c' | 'asset://cat' | `${typeof png}AAAA` | 'http://[::1]/a';
	expectTypeOf<Extract<Right, MalformedSource>>().toEqualTypeOf<never>();
});

test.each([
	['https://example.com:99999', 'unreadableUrl'],
	['https://[::1', 'unreadableUrl'],
	['https://exa<mple.com', 'unreadableUrl'],
	['https://example.com/\u3000cat', 'sourceSpace'],
	['data:image/PNG;base64,AAAA', 'dataFormat'],
	['data:image/png;charset=utf-8;base64,AAAA', 'dataFormat'],
	[`${png}AA-_`, 'dataInvalid'],
	[`${png}AA=A`, 'dataInvalid'],
	[`${png}A`, 'dataInvalid'],
	[`${png}AAAAA`, 'dataInvalid'],
	[`${png}AA=`, 'dataInvalid'],
	[`${png}AAAA=`, 'dataInvalid'],
	[`${png}====`, 'dataInvalid'],
	[`${png}%41AAA`, 'dataInvalid'],
])('%j is no image, which only the run time shows: %s', (text, fault) => {
	expect(sourceFault(text, 'image')).toBe(fault);
});

test.each([
	'https://example.com/cat.jpg',
	'http://例子.com/猫.jpg?size=1#top',
	'https://user:secret@example.com:8080/cat',
	'https://example.com/a?next=https://example.com/b',
	'http://localhost:3000/cat.jpg',
	'asset://asset-20260101000000-abcde',
	`${png}AAAA`,
	`${png}AAA=`,
	`${png}AA==`,
	`${png}AA`,
	'data:image/svg+xml;base64,AAAA',
])('%j is a source of an image', (text) => {
	expect(sourceFault(text, 'image')).toBeUndefined();
});

test.each([
	['video', 'data:video/mp4;base64,AAAA', 'videoSource'],
	['video', 'Data:video/mp4;base64,AAAA', 'videoSource'],
	['video', 'asset://', 'missingAssetId'],
	['audio', `${png}AAAA`, 'audioSource'],
	['audio', 'data:audio/x-wav;base64,AAAA', undefined],
] as const)('a source fits its kind: %s %s', (kind, text, fault) => {
	expect(sourceFault(text, kind)).toBe(fault);
});

test('a source of 20 million characters is judged as a short one is', () => {
	const data = 'A'.repeat(20_000_000);
	expect(sourceFault(png + data, 'image')).toBeUndefined();
	expect(sourceFault(`${png}${data}!AAA`, 'image')).toBe('dataInvalid');
});

test('a host with letters outside ASCII is a host after many calls, too', () => {
	const faults = Array.from({ length: 50_000 }, () => sourceFault('https://münchen.de/a.png', 'image'));
	expect(new Set(faults)).toStrictEqual(new Set([undefined]));
});
