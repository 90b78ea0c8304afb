/** The most instantiations that a program may cost, over an empty one with the same import. */
export const budgets = { typical: 300, full: 1_200, compared: 100_000, wrongToRight: 2 } as const;

/** A text, a first frame and three options. */
export function typicalChain(number = 1): string {
	return `video()
	.text('Cat ${number} wakes up and stretches')
	.firstFrame('https://example.com/cat-${number}.jpg')
	.resolution('1080p')
	.ratio('16:9')
	.duration(8)
	.build()`;
}

/** All fifteen media in three calls, a text that names each of them, and five options. */
export function fullChain(number = 1): string {
	return `video()
	.text('Scene ${number}: ${namesOfAll.join(', ')}')
	${attached(number)}
	.resolution('1080p')
	.ratio('16:9')
	.duration(11)
	.generateAudio(true)
	.watermark(false)
	.build()`;
}

/** A literal prompt of 28,000 characters with 400 placeholders, all of them right. */
export function longPrompt(): string {
	const pieces = Array.from({ length: 400 }, (_, index) =>
		namesOfAll[index % namesOfAll.length]!.padEnd(70, ' walks on'),
	);
	return `video().text('${pieces.join('')}')${attached(1)}.resolution('720p').build()`;
}

/** Chains that the compiler has to compare: in conditions and in an array. */
export function comparedChains(): string {
	return `import { video } from 'seedance-builder';
const isWide = Math.random() < 0.5;
const start = isWide ? video().ratio('21:9') : video();
const cat = start.text('A cat').resolution('720p');
export const frame = isWide ? cat : cat.firstFrame('https://example.com/cat.jpg');
export const requests = [
	video().text('A cat wakes up').resolution('720p'),
	video().text('It stretches').firstFrame('https://example.com/cat.jpg').resolution('720p'),
	video().text('@image1 yawns').referenceImage('https://example.com/cat.jpg').resolution('720p'),
	video().text('It sleeps').resolution('720p').duration(5),
].map((chain) => chain.build());
`;
}

/** A hundred chains in one module, each with texts and sources of its own. */
export function hundred(chain: (number: number) => string): string {
	const chains = Array.from({ length: 100 }, (_, index) => `export const request${index} = ${chain(index)};\n`);
	return `import { video } from 'seedance-builder';\n${chains.join('')}`;
}

/** A module with the import of `program` that does nothing: the floor of its cost. */
export function emptyFor(program: string): string {
	const names = /^import \{ (.+?) \}/.exec(program)?.[1] ?? 'video';
	return `import { ${names} } from 'seedance-builder';\nvoid [${names}];\n`;
}

const named = (kind: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `@${kind}${index + 1}`);

const namesOfAll = [...named('image', 9), ...named('video', 3), ...named('audio', 3)];

function attached(number: number): string {
	const sources = (ending: string, count: number): string =>
		Array.from({ length: count }, (_, index) => `'https://example.com/${number}/${index}.${ending}'`).join(', ');
	return `.referenceImage(${sources('jpg', 9)})
	.referenceVideo(${sources('mp4', 3)})
	.referenceAudio(${sources('mp3', 3)})`;
}
