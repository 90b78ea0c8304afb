import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listed } from '../../src/rules.js';
import { grouped } from '../../src/rules/media-file-sentences.js';
import { files, mediaKinds, upstreamFiles } from '../../src/spec.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/media.md'), 'utf8');

const range = ([least, most]: readonly [number, number]) => `${grouped(least)} to ${grouped(most)}`;

const { image, video, audio } = upstreamFiles;

const rows = {
	image: [
		['formats', listed(image.formats), 'upstream'],
		['size', `under ${image.megabytesBelow} MB`, 'upstream'],
		['pixels a side', range(image.sides), 'upstream'],
		['width divided by height', range(image.ratios), 'upstream'],
	],
	video: [
		['formats', listed(files.video.formats), 'API page'],
		['size', `at most ${files.video.megabytes} MB`, 'API page'],
		['seconds', range(files.video.seconds), 'API page'],
		['frames per second', range(video.framesPerSecond), 'upstream'],
	],
	audio: [
		['formats', listed(files.audio.formats), 'API page'],
		['size', `at most ${files.audio.megabytes} MB`, 'API page'],
		['seconds', range(audio.seconds), 'upstream'],
	],
};

test('the table of limits says what spec.ts says', () => {
	const expected = mediaKinds.flatMap((kind) => rows[kind].map((cells) => `| ${[kind, ...cells].join(' | ')} |`));
	expect(page.match(/^\| (?:image|video|audio) \|.*$/gm)).toStrictEqual(expected);
});

test('the table of limits has every limit of the two tables', () => {
	const limits = mediaKinds.flatMap((kind) => [...Object.values(files[kind]), ...Object.values(upstreamFiles[kind])]);
	expect(limits.filter((limit) => limit !== undefined)).toHaveLength(Object.values(rows).flat().length);
});
