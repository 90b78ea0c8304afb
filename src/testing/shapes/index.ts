import { ark } from './ark.js';
import { newApiTask, siray, starrise } from './gateway.js';
import { newApi, openAiVideo } from './new-api.js';
import type { ShapeWriter } from './shape.js';

/**
 * The format of the API's answers. `starrise` is the documented one. The others are known from gateways with the same path:
 * `new-api` and its older version `new-api-task`, `openai-video`, `siray`, whose queries are assumed to be those of
 * `new-api-task`, and `ark`, the API of the model's maker.
 */
export type Shape = keyof typeof shapes;

/** The writer of each shape. */
export const shapes = {
	starrise,
	'new-api': newApi,
	'new-api-task': newApiTask,
	'openai-video': openAiVideo,
	siray,
	ark,
} as const satisfies Record<string, ShapeWriter>;
