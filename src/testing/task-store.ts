import type { VideoRequest } from '../request/types.js';
import type { TaskScript } from './script/task-script.js';
import type { EmulatedTask } from './task.js';
import type { TaskState } from './task-state.js';

/** Keeps the tasks that were created, and reads the clock for them. */
export class TaskStore {
	/** The requests of the tasks, in the order of their creation. */
	readonly requests: VideoRequest[] = [];

	readonly #tasks: StoredTask[] = [];
	readonly #now: () => number;

	readonly #resultBase: string;

	/**
	 * @param now The clock, in milliseconds since 1970.
	 * @param resultBase The URL that the results are under.
	 */
	constructor(now: () => number, resultBase: string) {
		this.#now = now;
		this.#resultBase = resultBase;
	}

	/** Creates a task that follows `script`. Ids count up from `asyntask_00000001`. */
	create(request: VideoRequest, script: TaskScript): EmulatedTask {
		this.requests.push(request);
		const id = `asyntask_${String(this.requests.length).padStart(8, '0')}`;
		const task: StoredTask = {
			id,
			request,
			createdAt: this.#now(),
			videoUrl: `${this.#resultBase}/${id}/video.mp4`,
			lastFrameUrl: request.return_last_frame ? `${this.#resultBase}/${id}/last-frame.png` : undefined,
			script,
		};
		this.#tasks.push(task);
		return task;
	}

	/** Finds a task by its id. */
	byId(id: string): StoredTask | undefined {
		return this.#tasks.find((task) => task.id === id);
	}

	/** Finds a task by the URL of its video or last frame. */
	byResultUrl(url: string): StoredTask | undefined {
		return this.#tasks.find(({ videoUrl, lastFrameUrl }) => url === videoUrl || url === lastFrameUrl);
	}

	/** Returns the time since a task was created, in milliseconds. */
	elapsed({ createdAt }: EmulatedTask): number {
		return this.#now() - createdAt;
	}

	/** Returns the current state of a task. This is no query: the task's script stays at its entry. */
	stateOf(task: StoredTask): TaskState {
		return task.script.state(this.elapsed(task));
	}
}

/** A task and its script. */
export interface StoredTask extends EmulatedTask {
	readonly script: TaskScript;
}
