import { createClient, type ClientOptions, type GenerateOptions } from '../client/index.js';
import { redactor } from '../client/http/redact.js';
import { resolveOptions } from '../client/options.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { readOptions } from '../errors/read-options.js';
import type { VideoRequest } from '../request/types.js';
import { formatValue } from '../rules.js';
import { spec } from '../spec.js';
import type { SeedanceVideoModel } from './types.js';
import { createVideoModel } from './video-model.js';

/** Options of {@link createSeedance}: those of `createClient`, and what to call around a submit. */
export interface SeedanceOptions extends ClientOptions, Pick<GenerateOptions, 'onSubmitting' | 'onSubmitted'> {}

/** The id of a model. The API page documents one. */
export type SeedanceModelId = VideoRequest['model'] | (string & {});

/** A provider of video models for the AI SDK, also for `createProviderRegistry` and `customProvider`. */
export interface SeedanceProvider {
	/** Returns a video model: the same as `video()`. */
	(modelId: SeedanceModelId): SeedanceVideoModel;
	readonly specificationVersion: 'v4';

	/**
	 * Returns a video model. Makes no request.
	 *
	 * @throws {ConfigurationError} If the API page documents no model of this id.
	 */
	readonly video: (modelId: SeedanceModelId) => SeedanceVideoModel;

	/** The name that a registry calls {@link video} by. */
	readonly videoModel: (modelId: SeedanceModelId) => SeedanceVideoModel;

	/** Throws: there are video models only. A registry requires the method. */
	readonly languageModel: (modelId: string) => never;

	/** Throws: there are video models only. A registry requires the method. */
	readonly embeddingModel: (modelId: string) => never;

	/** Throws: there are video models only. A registry requires the method. */
	readonly imageModel: (modelId: string) => never;
}

/**
 * Creates a provider of video models for the AI SDK. Makes no request.
 *
 * The AI SDK stops waiting after ten minutes (`poll.timeoutMs`) and drops the id of the task: store it in `onSubmitted`.
 *
 * @throws {ConfigurationError} If there is no API key, or another option can't be used.
 *
 * @example
 * const seedance = createSeedance({ apiKey, onSubmitted: (task) => remember(task.id) });
 * const { video } = await generateVideo({
 * 	model: seedance.video('seedance-2.0-ultra'),
 * 	prompt: 'A cat plays the piano',
 * 	resolution: '1920x1080',
 * });
 */
export function createSeedance(options?: SeedanceOptions): SeedanceProvider {
	const callbacks = readOptions('options', options, ({ onSubmitting, onSubmitted }) => ({ onSubmitting, onSubmitted }));
	const { apiKey, polling } = resolveOptions(options);
	const redact = redactor(apiKey);
	const context = { ...callbacks, client: createClient(options), deadline: polling.deadline, redact };

	function video(modelId: string): SeedanceVideoModel {
		if (modelId === spec.model) return createVideoModel(modelId, context);
		const shown = typeof modelId === 'string' ? redact(modelId) : modelId;
		throw new ConfigurationError('modelId', `${formatValue(shown)} is unknown: write ${spec.model}`);
	}

	function noModel(): never {
		throw new ConfigurationError(
			'modelId',
			'is of another kind of model: Seedance has video models only, use videoModel()',
		);
	}

	const models = { video, videoModel: video, languageModel: noModel, embeddingModel: noModel, imageModel: noModel };
	return Object.freeze(
		Object.assign((modelId: string) => video(modelId), { specificationVersion: 'v4' as const, ...models }),
	);
}
