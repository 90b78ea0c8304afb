import {
	createProviderRegistry,
	customProvider,
	experimental_generateVideo as generateVideo,
	experimental_getVideoStatus as getVideoStatus,
	experimental_startVideo as startVideo,
	type JSONValue,
} from 'ai';
import { expectAssignable, expectError, expectType } from 'tsd';
import {
	createSeedance,
	type SeedanceVideoMetadata,
	type SeedanceVideoModel,
	type SeedanceVideoProviderOptions,
	type VideoCallOptions,
} from 'seedance-builder/ai-sdk';
import type { Task } from 'seedance-builder';

type Model = Exclude<Parameters<typeof generateVideo>[0]['model'], string>;
type ModelV4 = Extract<Model, { specificationVersion: 'v4' }>;
type ProviderOptions = NonNullable<Parameters<typeof generateVideo>[0]['providerOptions']>;

const seedance = createSeedance({ apiKey: 'key', onSubmitted: (task) => expectType<Task>(task) });
const model = seedance.video('seedance-2.0-ultra');
declare const name: string;
declare const callOptions: Parameters<NonNullable<ModelV4['doStart']>>[0];
declare const metadata: SeedanceVideoMetadata;

// The model is one to the AI SDK, and its methods fit each other.
expectType<SeedanceVideoModel>(model);
expectType<SeedanceVideoModel>(seedance('seedance-2.0-ultra'));
expectType<SeedanceVideoModel>(seedance.video(name));
expectAssignable<ModelV4>(model);
expectAssignable<VideoCallOptions>(callOptions);
expectAssignable<Awaited<ReturnType<NonNullable<ModelV4['doStart']>>>>(await model.doStart({}));
expectAssignable<Awaited<ReturnType<NonNullable<ModelV4['doStatus']>>>>(await model.doStatus({ operation: 'id' }));
await generateVideo({ model, prompt: 'A cat', resolution: '1280x720' });
const { operation } = await startVideo({ model, prompt: 'A cat', resolution: '1280x720' });
expectType<JSONValue>(operation);
await getVideoStatus(model, { operation });
await getVideoStatus(model, { operation: (await model.doStart({})).operation });

// The provider is one, too.
const registry = createProviderRegistry({ seedance });
expectAssignable<Model>(registry.videoModel('seedance:seedance-2.0-ultra'));
const custom = customProvider({ videoModels: { film: model }, fallbackProvider: seedance });
expectAssignable<Model>(custom.videoModel('film'));

// The options are typed, and JSON to the AI SDK.
declare const options: SeedanceVideoProviderOptions;
expectAssignable<ProviderOptions>({ seedance: options });
expectAssignable<JSONValue>(metadata);
const checked = { resolution: '2k', referenceImages: ['asset://a'] } satisfies SeedanceVideoProviderOptions;
await generateVideo({ model, prompt: 'A cat', providerOptions: { seedance: checked } });
expectAssignable<SeedanceVideoProviderOptions>({ webSearch: true, lastFrame: undefined } as const);
expectError<SeedanceVideoProviderOptions>({ webSerch: true });
expectError<SeedanceVideoProviderOptions>({ resolution: '4k' });
expectError<SeedanceVideoProviderOptions>({ referenceImages: 'asset://a' });

// So are those of the provider.
expectError(createSeedance({ apiKey: 1 }));
expectError(createSeedance({ onSubmitted: 'log' }));
expectError(createSeedance({ apikey: 'key' }));
expectError(seedance.video(1));
