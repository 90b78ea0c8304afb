import { pixels, type Resolution } from '../spec.js';

/**
 * Returns the size of a video in pixels, width then height. `adaptive` has no size before the model has chosen a ratio.
 *
 * @example
 * const [width, height] = pixelSize('1080p', '21:9'); // 2208, 944
 * @see The API page, "Resolution and Pixel Values by Aspect Ratio".
 */
export function pixelSize<R extends Resolution, A extends keyof (typeof pixels)[R]>(
	resolution: R,
	ratio: A,
): (typeof pixels)[R][A] {
	return pixels[resolution][ratio];
}
