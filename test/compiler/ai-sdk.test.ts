import { beforeAll, describe, expect, test } from 'vitest';
import { compile, compilers, type CompilerVersion } from './compile.js';

const imports = `import {
	createProviderRegistry, customProvider, experimental_generateVideo as generateVideo,
	experimental_getVideoStatus as getVideoStatus, experimental_startVideo as startVideo,
} from 'ai';
import { createSeedance, type SeedanceVideoProviderOptions } from 'seedance-builder/ai-sdk';
const seedance = createSeedance({ apiKey: 'key' });
const model = seedance.video('seedance-2.0-ultra');
declare const options: SeedanceVideoProviderOptions;
const call = { prompt: 'A cat', resolution: '1280x720' } as const;
`;

/** Programs that compile. */
const right: Readonly<Record<string, string>> = {
	generateVideo: '(await generateVideo({ model, ...call })).video.uint8Array',
	startVideo: 'await getVideoStatus(model, { operation: (await startVideo({ model, ...call })).operation })',
	registry: 'createProviderRegistry({ seedance }).videoModel("seedance:seedance-2.0-ultra")',
	'custom provider': 'customProvider({ videoModels: { film: model }, fallbackProvider: seedance })',
	'default provider': 'globalThis.AI_SDK_DEFAULT_PROVIDER = seedance',
	options: 'await generateVideo({ model, ...call, providerOptions: { seedance: options } })',
};

/** Programs that don't, and what the compiler says. */
const wrong: Readonly<Record<string, readonly [program: string, error: RegExp]>> = {
	'a model of another version': [
		'await generateVideo({ model: { ...model, specificationVersion: "v9" as const }, ...call })',
		/TS2322/,
	],
	'a wrong option': ['({ webSerch: true }) satisfies SeedanceVideoProviderOptions', /TS(?:2353|2561).*webSerch/],
	'a wrong option of the provider': ['createSeedance({ apikey: "key" })', /TS(?:2353|2561).*apikey/],
};

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s, with the AI SDK as published', (version) => {
	let errors: ReadonlyMap<string, string>;

	beforeAll(async () => {
		const programs = { ...right, ...Object.fromEntries(Object.entries(wrong).map(([name, [code]]) => [name, code])) };
		const modules = Object.entries(programs).map(([name, code]) => [name, `${imports}export default ${code};\n`]);
		({ errors } = await compile(version, 'ai-sdk', Object.fromEntries(modules), ['node']));
	}, 120_000);

	test.each(Object.keys(right))('accepts %s', (name) => {
		expect(errors.get(name)).toBeUndefined();
	});

	test.each(Object.entries(wrong))('refuses %s', (name, [, error]) => {
		expect(errors.get(name)).toMatch(error);
	});
});
