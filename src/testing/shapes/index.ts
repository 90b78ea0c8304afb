import { ark } from './ark.js';
import { newApiTask, siray, starrise } from './gateway.js';
import { newApi, openAiVideo } from './new-api.js';
import type { ShapeWriter } from './shape.js';

/**
 * How the API's answers are written: `starrise` is the documented way. The others are what gateways on the same path are known
 * to answer: `new-api` and its older `new-api-task`, `openai-video`, `siray`, whose queries are taken to be those of
 * `new-api-task`, and `ark`, the model's maker.
 */
export type Shape = keyof typeof shapes;

/** Each shape's writer. */
export const shapes = {
	starrise,
	'new-api': newApi,
	'new-api-task': newApiTask,
	'openai-video': openAiVideo,
	siray,
	ark,
} as const satisfies Record<string, ShapeWriter>;
