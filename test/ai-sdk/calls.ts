import { createDownload, experimental_generateVideo as generateVideo, experimental_startVideo as startVideo } from 'ai';
import { createSeedance, type SeedanceOptions, type SeedanceVideoModel } from '../../src/ai-sdk/index.js';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/testing/index.js';

// The AI SDK prints its warnings otherwise.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** The settings that `experimental_generateVideo` and `experimental_startVideo` share. `undefined` leaves out one of {@link typical}. */
export type Settings = Loose<Omit<StartOptions, 'model' | 'webhookUrl'>>;

type Loose<Options> = { readonly [Name in keyof Options]?: Options[Name] | undefined };
type StartOptions = Parameters<typeof startVideo>[0];
type GenerateOptions = Parameters<typeof generateVideo>[0];

/** A model whose API is an emulator. */
export interface Stage {
	readonly emulator: Emulator;
	readonly model: SeedanceVideoModel;
	readonly generate: (settings?: Loose<GenerateOptions>) => ReturnType<typeof generateVideo>;
	readonly start: (settings?: Loose<StartOptions>) => ReturnType<typeof startVideo>;

	/** The ids that `onSubmitted` was called with. */
	readonly submitted: readonly string[];
}

/** Creates a model whose API is an emulator, without pauses. */
export function stage(options: EmulatorOptions = {}, more: SeedanceOptions = {}): Stage {
	const emulator = createEmulator({ queuedFor: 0, runningFor: 0, ...options });
	const submitted: string[] = [];
	const seedance = createSeedance({
		apiKey: 'test',
		fetch: emulator.fetch,
		polling: { interval: 1, maxInterval: 1 },
		onSubmitted: ({ id }) => submitted.push(id),
		...more,
	});
	const model = seedance.video('seedance-2.0-ultra');
	const download = createDownload({ fetch: emulator.fetch });
	return {
		emulator,
		model,
		submitted,
		generate: (settings) =>
			generateVideo({ model, poll: { intervalMs: 1 }, download, ...typical, ...settings } as GenerateOptions),
		start: (settings) => startVideo({ model, ...typical, ...settings } as StartOptions),
	};
}

/** A call that is right. */
export const typical = { prompt: 'A cat plays the piano', resolution: '1280x720' } as const;

/** The bytes at the start of a PNG file, from which the AI SDK tells its type. */
export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** {@link png} as a source. */
export const pngSource = 'data:image/png;base64,iVBORw0KGgo=';

/** Returns what a promise is rejected with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
	return promise.then(
		() => Promise.reject(new Error('it was not rejected')),
		(error: unknown) => error,
	);
}
