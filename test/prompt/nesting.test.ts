import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prompt, video, type InvalidRequestError, type Prompt, type VideoRequest } from '../../src/index.js';
import { build, compositions, faultsOf, flatten, lengthsOf, render, type Node } from './compositions.js';

function built(node: Node): { readonly prompt?: Prompt; readonly rules: readonly string[] } {
	try {
		return { prompt: build(node) as Prompt, rules: [] };
	} catch (error) {
		// An error of another kind has no issues: the test fails.
		return { rules: (error as InvalidRequestError).issues.map(({ rule }) => rule) };
	}
}

const numRuns = 1_500;

/** The payload of a chain with this text, with an image, so that a text with audio alone is complete. */
function payloadOf(scene: Prompt): VideoRequest {
	return video().text(scene).referenceImage('asset://last').resolution('720p').build();
}

/** The compositions that are prompts, and have a text that a chain takes. */
function check(property: (scene: Prompt, node: Node) => void): number {
	let checked = 0;
	fc.assert(
		fc.property(compositions, (node) => {
			const { prompt: scene } = built(node);
			if (
				scene === undefined ||
				scene.text.trim() === '' ||
				/(?<![0-9A-Za-z_])@(?:image|video|audio) ?[0-9]/.test(placeholdersBut(scene))
			)
				return;
			checked++;
			property(scene, node);
		}),
		{ numRuns },
	);
	return checked;
}

/** The text without its handles: what is written by hand. */
function placeholdersBut({ parts }: Prompt): string {
	return parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
}

test('a composition is refused by the rules that it breaks, and by no others', () => {
	const counts = { refused: 0, accepted: 0 };
	fc.assert(
		fc.property(compositions, (node) => {
			const faults = faultsOf(node);
			const { rules } = built(node);
			counts[rules.length > 0 ? 'refused' : 'accepted']++;
			// An inner prompt is refused before what is around it.
			expect(rules.length > 0).toBe(faults.size > 0);
			expect([...faults]).toEqual(expect.arrayContaining([...rules]));
		}),
		{ numRuns },
	);
	expect(Math.min(counts.refused, counts.accepted)).toBeGreaterThan(numRuns / 20);
});

test('the text is as the reference renderer writes it, in the prompt and in the chain', () => {
	const checked = check((scene, node) => {
		const { text, handles } = render(node);
		expect(scene.text).toBe(text);
		expect(scene.handles).toStrictEqual(handles);
		expect(scene.seconds).toBe(lengthsOf(node)[0]);
		const { content, duration } = payloadOf(scene);
		expect(content[0]).toStrictEqual({ type: 'text', text });
		expect(duration).toBe(lengthsOf(node)[0]);
	});
	expect(checked).toBeGreaterThan(numRuns / 4);
});

test('every number is that of its item, and no handle is attached twice', () => {
	const checked = check((scene, node) => {
		const { content } = payloadOf(scene);
		const urls = { image: [] as string[], video: [] as string[], audio: [] as string[] };
		for (const item of content) {
			if (item.type === 'image_url') urls.image.push(item.image_url.url);
			if (item.type === 'video_url') urls.video.push(item.video_url.url);
			if (item.type === 'audio_url') urls.audio.push(item.audio_url.url);
		}
		for (const list of Object.values(urls)) expect(new Set(list).size).toBe(list.length);
		// The placeholders in the text name the handles, one by one.
		const named = [...scene.text.matchAll(/(?<![0-9A-Za-z_])@(image|video|audio)([0-9]+)/g)];
		const found = named.map(([, kind, number]) => `${kind} ${urls[kind as 'image'][Number(number) - 1]}`);
		const wanted = flatten(node).flatMap((part) => (typeof part === 'string' ? [] : [`${part.kind} ${part.url}`]));
		expect(found).toStrictEqual(wanted);
		expect(content).toHaveLength(1 + scene.handles.length + 1);
	});
	expect(checked).toBeGreaterThan(numRuns / 4);
});

test('a prompt around a prompt, and a copy from JSON, give the same payload', () => {
	const checked = check((scene) => {
		const payload = payloadOf(scene);
		const copy = JSON.parse(JSON.stringify(scene)) as Prompt;
		expect(payloadOf(copy)).toStrictEqual(payload);
		expect(payloadOf(prompt`${copy}`)).toStrictEqual(payload);
		expect(prompt`${copy}`).toStrictEqual(scene);
		expect(payloadOf(structuredClone(scene))).toStrictEqual(payload);
		expect(video().text`${scene}`.referenceImage('asset://last').resolution('720p').build()).toStrictEqual(payload);
	});
	expect(checked).toBeGreaterThan(numRuns / 4);
});
