import type { Buildable, VideoRequest } from '../../request/types.js';
import type { SubmitOptions } from '../client.js';
import type { TaskContext } from '../context.js';
import { contentPlaces } from '../../request/content/places.js';
import { TaskHandle } from '../task/task.js';
import { requestBody } from './body.js';
import { refusePrivateSources } from './private-sources.js';
import { createTask, type CreateOptions } from './create.js';

/** A request in any form that can be submitted. */
export type AnyRequest = VideoRequest | Buildable;

/** Judges a request and creates its task. Throws what `client.submit()` throws. */
export async function submitRequest(
	context: TaskContext,
	request: AnyRequest,
	{ extraBody, ...options }: SubmitOptions & Omit<CreateOptions, 'timeout'> = {},
): Promise<TaskHandle> {
	const body = requestBody(request, extraBody, context.transport.redact);
	refusePrivateSources(body, context.apiHost);
	const submitted = { ...context, places: contentPlaces(body.content) };
	const id = await createTask(submitted, body, { ...options, timeout: context.requestTimeout });
	return new TaskHandle(id, submitted);
}
