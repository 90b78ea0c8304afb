import { beforeAll, describe, expect, test } from 'vitest';
import { compilers, emitDeclarations, type CompilerVersion, type Declarations } from './compile.js';
import { chains, verbs } from './stages.js';

const imports = `import { editVideo, extendVideo, media, video, type Duration, type ImageSource, type MediaHandle, type Ratio } from 'seedance-builder';\n`;

/** Each chain and each of its verbs, as a library could export them. */
const stages = Object.entries(chains).map(([stage, chain]) => {
	const exported = verbs.map((verb) => `export const ${verb} = chain.${verb};\n`);
	return [stage, `${imports}export const chain = ${chain};\n${exported.join('')}`];
});

/** What a library could export that is generic, or the result of a call. */
const others = `${imports}
export const payload = video().text('A cat').resolution('720p').duration(Number(5)).webSearch(Math.random() < 1).build();
export const result = video().text('A cat').resolution('720p').safeBuild();
export const make = () => video().text('A cat').resolution('720p').safeBuild();
export const list = [video(), video().text('A cat'), video().text('A cat').returnLastFrame()];
export const tagged = <const S extends MediaHandle[]>(s: TemplateStringsArray, ...x: S) => video().text(s, ...x);
export const taggedEdit = <const S extends MediaHandle<'image'>[]>(s: TemplateStringsArray, ...x: S) => editVideo().text(s, ...x);
export const taggedExtension = <const S extends MediaHandle<'video'>[]>(s: TemplateStringsArray, ...x: S) => extendVideo().text(s, ...x);
export const taggedPayload = <const S extends MediaHandle[]>(s: TemplateStringsArray, ...x: S) => video().text(s, ...x).resolution('720p').build();
export const taggedLoosely = (s: TemplateStringsArray, ...x: (string | MediaHandle)[]) => video().text(s, ...x);
export const text = <T extends string>(t: T) => video().text(t).resolution('720p');
export const textBuild = <T extends string>(t: T) => video().text(t).resolution('720p').build;
export const textSafeBuild = <T extends string>(t: T) => editVideo().text(t).safeBuild;
export const textInTemplate = <T extends string>(t: T) => video().text(\`\${t} @image1\`).firstFrame('asset://a').resolution('720p').build;
export const frame = <U extends string>(u: U) => video().firstFrame(u).lastFrame;
export const images = <U extends ImageSource[]>(...u: U) => video().text('A cat').referenceImage(...u).resolution('720p').build();
export const imagesVerb = <U extends ImageSource>(u: U) => video().text('A cat').referenceImage(u).referenceImage;
export const ratio = <R extends Ratio>(r: R) => video().text('A cat').ratio(r).resolution('720p').build();
export const duration = <D extends Duration>(d: D) => video().text('A cat').duration(d).resolution('720p').build();
export const search = <B extends boolean>(b: B) => video().text('A cat').webSearch(b);
export const searchBesideMedia = <B extends boolean>(b: B) => video().firstFrame('asset://a').webSearch(b);
export const lastFrame = <B extends boolean>(b: B) => video().text('A cat').returnLastFrame(b).resolution('720p').build();
`;

/** Prompts, and functions that take and return them. */
const prompts = `import { editVideo, extendVideo, media, prompt, promptTemplate, shot, shotList, video, type MediaHandle, type Prompt, type PromptValue, type Shot } from 'seedance-builder';
export const hero = media.image('asset://hero');
export const scene = prompt\`In \${media.video('asset://a')}, \${hero} runs \${[hero]}\`;
export const plain = prompt\`A \${'cat'}\`;
export const single = shot(4, prompt\`\${hero} runs\`);
export const story = shotList([single, shot(5, 'it rains')]);
export const timeline = shotList([shot(4, 'A cat'), shot(5, '@image1')], { format: 'timeline' });
export const open = shotList([single, ...([] as Shot[])]);
export const dance = promptTemplate('The {hero} dances in {place}');
export const stored = promptTemplate(String('The {hero}'));
export const filled = dance({ hero, place: 'Paris' });
export const filledLoosely = stored({ hero });
export const nested = prompt\`\${scene}. \${story}. \${filled}\`;
export const parts = nested.parts;
export const chain = video().text(nested).resolution('720p');
export const payload = chain.build();
export const inTemplate = video().text\`Noir. \${story}\`.resolution('720p').build();
export const withHandles = <const H extends readonly MediaHandle[]>(...h: H) => prompt\`\${h} run\`;
export const makeAny = (p: Prompt) => video().text(p).resolution('720p').build();
export const edit = (p: Prompt) => editVideo().text(p).resolution('720p').build();
export const extend = (p: Prompt) => extendVideo().text(p).resolution('720p').build();
export const frame = <V extends PromptValue>(v: V) => prompt\`A \${v}\`;
export const list = <S extends readonly Shot[]>(s: S) => shotList<Shot[]>([...s]);
export const tag = <const V extends readonly PromptValue[]>(s: TemplateStringsArray, ...v: V) => prompt(s, ...v);
export const either = Math.random() < 1 ? scene : plain;
`;

const modules = Object.fromEntries([...stages, ['others', others], ['prompts', prompts]]) as Record<string, string>;
const longest = 2_000;

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	let emitted: Declarations;

	beforeAll(async () => {
		emitted = await emitDeclarations(version, 'declarations', modules);
	}, 120_000);

	test('declares every verb at every stage, and helpers that are generic', () => {
		expect(emitted.errors).toBe('');
		expect(emitted.declarations.size).toBe(stages.length * (verbs.length + 1) + 21 + 24);
	});

	test('finds each name in the main entry', () => {
		const other = [...emitted.declarations].filter(([, text]) => /import\("(?!seedance-builder")/.test(text));
		expect(Object.fromEntries(other)).toStrictEqual({});
	});

	test(`keeps each declaration under ${longest} characters`, () => {
		const long = [...emitted.declarations].filter(([, text]) => text.length >= longest);
		expect(long.map(([name, text]) => `${name}: ${text.length}`)).toStrictEqual([]);
	});
});
