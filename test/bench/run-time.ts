import { median, numberFrom } from './node.js';
import { ratioRow, type Row } from './table.js';

const rounds = 15;

/** The time to import the main entry in a fresh process, beside that of ky and zod/mini: medians of interleaved runs. */
export async function importRow(): Promise<Row> {
	const [library, floor] = await medians(
		timed(`await import('seedance-builder');`),
		timed(`await import('ky'); await import('zod/mini');`),
	);
	return ratioRow('import of the main entry', library, floor, 1.15, 'ms', 'ky + zod/mini');
}

/** The time of a request's verbs and `.build()`, beside that of a copy of its payload through JSON. */
export async function buildRow(): Promise<Row> {
	const [library, floor] = await medians(repeated(`chain().build()`), repeated(`JSON.parse(JSON.stringify(payload))`));
	return ratioRow('.build() of five items, with its verbs', library, floor, 4, 'µs', 'a copy through JSON');
}

const timed = (statements: string): string =>
	`const start = performance.now(); ${statements} console.log(performance.now() - start);`;

/** Prints the microseconds that `expression` takes, once the engine has made it fast. */
const repeated = (expression: string): string => `
	import { video } from 'seedance-builder';
	const chain = () => video()
		.text('The character from @image1 dances in the scene from @video1 with @image2, with @audio1 as music')
		.referenceImage('https://example.com/character.jpg', 'https://example.com/hat.jpg')
		.referenceVideo('https://example.com/clip.mp4')
		.referenceAudio('https://example.com/bgm.mp3')
		.resolution('1080p').ratio('16:9').duration(11);
	const payload = chain().build();
	let kept;
	const run = (times) => {
		const start = performance.now();
		for (let count = 0; count < times; count++) kept = ${expression};
		return performance.now() - start;
	};
	run(20_000);
	console.log(kept && run(20_000) / 20);`;

async function medians(library: string, floor: string): Promise<readonly [library: number, floor: number]> {
	const [times, floors]: [number[], number[]] = [[], []];
	for (let round = 0; round < rounds; round++) {
		times.push(await numberFrom(library));
		floors.push(await numberFrom(floor));
	}
	return [median(times), median(floors)];
}
