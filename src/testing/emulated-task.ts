import type { VideoRequest } from '../request/types.js';
import { type Duration, pixels, type Ratio, spec } from '../spec.js';
import type { Course } from './course.js';

/** A task as the emulator keeps it. How it stands, its course tells. */
export interface EmulatedTask {
	readonly id: string;
	readonly request: VideoRequest;

	/** In milliseconds since 1970. */
	readonly createdAt: number;

	readonly course: Course;
	readonly videoUrl: string;

	/** Absent where the request doesn't ask for the last frame. */
	readonly lastFrameUrl: string | undefined;
}

/** What a request's video is like. */
export interface Output {
	readonly ratio: Exclude<Ratio, 'adaptive'>;
	readonly seconds: Duration;

	/** In pixels. */
	readonly width: number;

	/** In pixels. */
	readonly height: number;
}

/** Tells what a request's video is like: the API's defaults filled in, and 16:9 where the ratio is left to the model. */
export function outputOf({ resolution, ratio, duration }: VideoRequest): Output {
	const chosen = ratio === undefined || ratio === 'adaptive' ? '16:9' : ratio;
	const [width, height] = pixels[resolution][chosen];
	return { ratio: chosen, seconds: duration ?? spec.defaults.duration, width, height };
}
