import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLanguageServer, type LanguageServer } from './language-server.js';
import { startLanguageService } from './language-service.js';

let server: LanguageServer;

beforeAll(async () => {
	server = await startLanguageServer();
});

afterAll(() => server.stop());

const service = startLanguageService();
const signatures = {
	'5.9': (program: string) => Promise.resolve(service.signature(program)),
	'7.0': (program: string) => server.signature(program),
};

const image = `video().referenceImage('asset://a')`;
const frame = `video().firstFrame('asset://a')`;

describe.each(Object.entries(signatures))('TypeScript %s shows the parameters of a verb', (_, signature) => {
	test.each([
		[`video().firstFrame(|)`, 'firstFrame(source: ImageSource | undefined)'],
		[`${frame}.lastFrame(|)`, 'lastFrame(source: ImageSource | undefined)'],
		[`video().referenceImage(|)`, 'referenceImage(...sources: ImageSource[])'],
		[`video().referenceImage('asset://a'|)`, 'referenceImage(...sources: ImageSource[])'],
		[`video().referenceImage('asset://a', |)`, 'referenceImage(...sources: ImageSource[])'],
		[`${image}.referenceImage(|)`, 'referenceImage(...sources: ImageSource[])'],
		[`editVideo().text('A cat').referenceImage(|)`, 'referenceImage(...sources: ImageSource[])'],
		[`video().referenceVideo(|)`, 'referenceVideo(...sources: VideoSource[])'],
		[`${image}.referenceVideo('asset://a', media.video('asset://b'), |)`, 'referenceVideo(...sources: VideoSource[])'],
		[`${image}.referenceAudio(|)`, 'referenceAudio(...sources: AudioSource[])'],
		[`${image}.referenceAudio('asset://a', |)`, 'referenceAudio(...sources: AudioSource[])'],
		[`video().webSearch(|)`, 'webSearch(enabled?: boolean | undefined)'],
		[`video().webSearch(true|)`, 'webSearch(enabled?: boolean | undefined)'],
		[`${frame}.webSearch(|)`, 'webSearch(enabled?: boolean | undefined)'],
		[`video().returnLastFrame(|)`, 'returnLastFrame(enabled?: boolean | undefined)'],
		[`video().returnLastFrame(false|)`, 'returnLastFrame(enabled?: boolean | undefined)'],
	])('%s', async (program, shown) => {
		expect(await signature(`import { editVideo, media, video } from 'seedance-builder';\n${program}`)).toBe(shown);
	});
});
