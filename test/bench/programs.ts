/** The most instantiations that a program may cost, over an empty one with the same import. */
export const budgets = {
	typical: 352,
	full: 1_030,
	fullByCall: 2_950,
	compared: 2_000,
	conditionalSpreads: 5_000,
	mixed: 25_000,
	// Over the target of 1,500: the handles of all shots are merged, and each is counted once.
	shots: 2_600,
	wrongToRight: 2,
} as const;

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
	return withAllMedia(attached(number), number);
}

/** The same, with a call for each medium. */
export function fullChainByCall(number = 1): string {
	const calls = Object.entries(sourcesOfAll(number)).map(([verb, sources]) => sources.map((one) => `.${verb}(${one})`));
	return withAllMedia(calls.flat().join('\n\t'), number);
}

function withAllMedia(media: string, number: number): string {
	return `video()
	.text('Scene ${number}: ${namesOfAll.join(', ')}')
	${media}
	.resolution('1080p')
	.ratio('16:9')
	.duration(11)
	.generateAudio(true)
	.watermark(false)
	.build()`;
}

/** A list of three shots with two handles. */
export function threeShots(): string {
	return `import { media, prompt, shot, shotList, video } from 'seedance-builder';
const hero = media.image('https://example.com/hero.jpg');
const tower = media.video('https://example.com/tower.mp4');
export const request = video()
	.text(
		shotList([
			shot(4, prompt\`\${hero} enters the \${tower}\`),
			shot(5, 'the storm breaks, slow push in'),
			shot(3, prompt\`close on \${hero}\`),
		]),
	)
	.resolution('1080p')
	.build();
`;
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

/** Eight images that are there on a condition, in one call: 256 lists of arguments. */
export function conditionalSpreads(): string {
	const spreads = sourcesOf('jpg', 8, 1).map((source) => `...(isShown ? ([${source}] as const) : ([] as const))`);
	return `import { video } from 'seedance-builder';
declare const isShown: boolean;
export const request = video()
	.text('A cat')
	.referenceImage(
		${spreads.join(',\n\t\t')},
	)
	.resolution('720p')
	.build();
`;
}

/** An array of fifty chains: five of each of ten kinds, each with a text and sources of its own. */
export function mixedChains(): string {
	const chains = Array.from({ length: 50 }, (_, index) => mixed[index % mixed.length]!(index));
	return `import { editVideo, extendVideo, media, video } from 'seedance-builder';
export const chains = [
	${chains.join(',\n\t')},
];
export const requests = chains.map((chain) => chain.build());
`;
}

const mixed: readonly ((number: number) => string)[] = [
	(number) => `video().text('Cat ${number}').resolution('720p')`,
	(number) => `video().text('Cat ${number}').resolution('1080p').ratio('16:9').duration(5)`,
	(number) => `video().text('Cat ${number}').webSearch().resolution('720p')`,
	(number) => `video().text('Cat ${number}').firstFrame('https://example.com/${number}.jpg').resolution('720p')`,
	(number) =>
		`video().firstFrame('https://example.com/${number}.jpg').lastFrame('asset://${number}').resolution('2k').watermark(true)`,
	(number) =>
		`video().text('@image1 ${number}').referenceImage('https://example.com/${number}.jpg').resolution('720p')`,
	(number) =>
		`video().referenceVideo('https://example.com/${number}.mp4').referenceAudio('asset://${number}').resolution('720p').returnLastFrame()`,
	(number) => `video().text\`Cat ${number}: \${media.image('asset://${number}')}\`.resolution('720p').ratio('1:1')`,
	(number) =>
		`editVideo().text('Change ${number}').referenceImage('asset://${number}').referenceVideo('asset://${number}').resolution('720p')`,
	(number) => `extendVideo().text('Go on ${number}').referenceVideo('asset://${number}').resolution('720p')`,
];

/** A hundred chains in one module, each with texts and sources of its own. */
export function hundred(chain: (number: number) => string): string {
	const chains = Array.from({ length: 100 }, (_, index) => `export const request${index} = ${chain(index)};\n`);
	return `import { video } from 'seedance-builder';\n${chains.join('')}`;
}

/** A module with the import of `program` that does nothing: the floor of its cost. */
export function emptyFor(program: string): string {
	const names = /^import \{ (.+?) \}/.exec(program)?.[1] ?? 'video';
	return `import { ${names} } from 'seedance-builder';\nexport { ${names} };\n`;
}

const named = (kind: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `@${kind}${index + 1}`);

const namesOfAll = [...named('image', 9), ...named('video', 3), ...named('audio', 3)];

function attached(number: number): string {
	const calls = Object.entries(sourcesOfAll(number)).map(([verb, sources]) => `.${verb}(${sources.join(', ')})`);
	return calls.join('\n\t');
}

function sourcesOfAll(number: number): Readonly<Record<string, readonly string[]>> {
	return {
		referenceImage: sourcesOf('jpg', 9, number),
		referenceVideo: sourcesOf('mp4', 3, number),
		referenceAudio: sourcesOf('mp3', 3, number),
	};
}

function sourcesOf(ending: string, count: number, number: number): string[] {
	return Array.from({ length: count }, (_, index) => `'https://example.com/${number}/${index}.${ending}'`);
}
