// Handles that are made from files, where handles of `media` go.
import { prompt, video } from 'seedance-builder';
import { mediaFromFile as handleOf } from 'seedance-builder/media';
import { mediaFromFile, probeMedia } from 'seedance-builder/node';

const hero = await mediaFromFile('hero.png', { as: 'image' });
const voice = await handleOf(new Blob(), { as: 'audio' });

export const named = video().text`${hero} says ${voice}`.resolution('720p').build();
export const attached = video().text`${hero} dances`
	.referenceImage(hero)
	.referenceAudio(voice)
	.resolution('720p')
	.build();
export const framed = video()
	.text('A cat')
	.firstFrame(await mediaFromFile('a.png', { as: 'image' }))
	.lastFrame(hero)
	.resolution('720p')
	.build();
export const composed = video()
	.text(prompt`${hero} listens to ${voice}`)
	.resolution('720p')
	.build();

export async function chosen(path: string, as: 'image' | 'audio') {
	const handle = await mediaFromFile(path, { as });
	return handle.kind === 'image' ? video().referenceImage(handle) : video().referenceImage(hero).referenceAudio(handle);
}

export async function seconds(path: URL): Promise<number | undefined> {
	const facts = await probeMedia(path);
	return facts.kind === 'image' ? undefined : facts.seconds;
}
