import type { Client, SubmitOptions, Task } from '../client/index.js';
import { announceTask, type AnnounceOptions } from '../client/task/announce.js';
import { isTransient } from '../client/task/snapshot.js';
import { TaskFailedError } from '../errors/task-failed-error.js';
import { spec } from '../spec.js';
import { metadataOf } from './metadata.js';
import { toRequest } from './request/to-request.js';
import type { SeedanceVideoModel, VideoResponse, VideoStatus } from './types.js';
import { warningsFor } from './warnings.js';

/** What a model needs of its provider. */
export interface ModelContext extends Omit<AnnounceOptions, 'signal'> {
	readonly client: Client;
	readonly onSubmitting: SubmitOptions['onSubmitting'];
	readonly onSubmitted: ((task: Task) => unknown) | undefined;
}

/** Creates a model. The AI SDK polls: a call submits once or reads once. */
export function createVideoModel(modelId: string, context: ModelContext): SeedanceVideoModel {
	const { client, onSubmitting, onSubmitted, deadline, redact } = context;
	const responseNow = (): VideoResponse => ({ response: { timestamp: new Date(), modelId, headers: undefined } });
	return Object.freeze<SeedanceVideoModel>({
		specificationVersion: 'v4',
		provider: 'seedance.video',
		modelId,
		maxVideosPerCall: 1,

		async doStart(options) {
			const response = responseNow();
			const signal = options.abortSignal;
			// Made before the submit: what it throws would lose the id of a paid task.
			const warnings = warningsFor(options);
			const task = await client.submit(toRequest(options, redact), { signal, onSubmitting });
			await announceTask(task, onSubmitted, { signal, deadline, redact });
			const providerMetadata = { seedance: { taskId: task.id } };
			return { ...response, operation: task.id, warnings, providerMetadata };
		},

		async doStatus({ operation, abortSignal: signal }): Promise<VideoStatus> {
			const response = responseNow();
			// The client refuses what is no id.
			const task = client.task(operation as string);
			try {
				const snapshot = await task.status({ signal });
				const { result, failure } = snapshot;
				const found = { ...response, providerMetadata: { seedance: metadataOf(snapshot) } };
				if (failure) return { ...found, status: 'error', error: new TaskFailedError(task.id, failure).message };
				if (!result) return { ...found, status: 'pending' };
				const videos = [{ type: 'url' as const, url: result.videoUrl, mediaType: `video/${spec.format}` }];
				return { ...found, status: 'completed', videos, warnings: [] };
			} catch (error) {
				if (isTransient(error)) return { ...response, status: 'pending' };
				throw error;
			}
		},
	});
}
