import { safeParseRequest } from '../request/parse.js';
import { taskErrorResponse } from './error-responses.js';
import type { Accepted } from './script/accepted.js';
import type { Reply } from './script/replies.js';
import { player, type Script } from './script/script.js';
import type { TaskStep } from './script/steps.js';
import { followSteps, followTimeline } from './script/task-script.js';
import type { Timeline } from './script/timeline.js';
import { type Shape, shapes } from './shapes/index.js';
import { viewOf } from './shapes/shape.js';
import type { TaskStore } from './task-store.js';

/** What {@link TaskEndpoints} needs beside the tasks. */
export interface TaskEndpointsOptions {
	readonly shape: Shape;

	/** The answers to create requests. */
	readonly create: Script<Accepted | Reply> | undefined;

	/** The states that queries find. */
	readonly task: Script<TaskStep | Reply> | undefined;

	/** The states of a task without a script. */
	readonly timeline: Timeline;
}

/** Answers the two requests of the API: create a task, query a task. */
export class TaskEndpoints {
	readonly #tasks: TaskStore;
	readonly #options: TaskEndpointsOptions;
	readonly #nextCreate: () => Accepted | Reply | undefined;

	constructor(tasks: TaskStore, options: TaskEndpointsOptions) {
		this.#tasks = tasks;
		this.#options = options;
		this.#nextCreate = player(options.create);
	}

	/** Validates a request by the library's schema and creates its task. */
	async create(request: Request): Promise<Response> {
		const { shape, task: usualSteps, timeline } = this.#options;
		const entry = this.#nextCreate();
		if (typeof entry === 'function') return entry(request, shape);

		const payload: unknown = await request.json().catch(() => undefined);
		if (payload === undefined) return taskErrorResponse('invalid_request', 'the body is not JSON');
		const parsed = safeParseRequest(payload);
		if (!parsed.success) {
			return taskErrorResponse('invalid_request', parsed.error.issues.map(({ message }) => message).join('; '));
		}
		const steps = entry?.task ?? usualSteps ?? [];
		const script = steps.length > 0 ? followSteps(steps) : followTimeline(timeline);
		const task = this.#tasks.create(parsed.data, script);
		return entry?.answer ? entry.answer(request, shape) : Response.json(shapes[shape].created(task));
	}

	/** Plays the next entry of a task's script. */
	async query(request: Request, id: string): Promise<Response> {
		const { shape } = this.#options;
		const task = this.#tasks.byId(id);
		if (!task) return taskErrorResponse('task_not_exist', `no task ${id}`);

		const elapsed = this.#tasks.elapsed(task);
		const found = task.script.query(elapsed);
		if (typeof found === 'function') return found(request, shape);
		return Response.json(shapes[shape].task(viewOf(task, found, elapsed)));
	}
}
