import type { VideoRequest } from '../request/types.js';
import { type Duration, pixels, type Ratio, spec } from '../spec.js';

/** The origin that serves videos and last frames. The API serves them from another host as well. */
export const resultOrigin = 'https://emulator.seedance.test';

/** A task of the emulator. */
export interface EmulatedTask {
	readonly id: string;
	readonly request: VideoRequest;

	/** In milliseconds since 1970. */
	readonly createdAt: number;

	readonly videoUrl: string;

	/** Absent if the request doesn't ask for the last frame. */
	readonly lastFrameUrl: string | undefined;
}

/** The size and length of a request's video. */
export interface Output {
	readonly ratio: Exclude<Ratio, 'adaptive'>;
	readonly seconds: Duration;

	/** In pixels. */
	readonly width: number;

	/** In pixels. */
	readonly height: number;
}

/** Returns the size and length of a request's video. Absent options have the API's defaults; `adaptive` becomes 16:9. */
export function outputOf({ resolution, ratio, duration }: VideoRequest): Output {
	const chosen = ratio === undefined || ratio === 'adaptive' ? '16:9' : ratio;
	const [width, height] = pixels[resolution][chosen];
	return { ratio: chosen, seconds: duration ?? spec.defaults.duration, width, height };
}
