import { pixels, type Ratio, type Resolution } from '../spec.js';

/**
 * The size of a video in pixels, width then height. `adaptive` has none before the model has chosen.
 *
 * @example
 * const [width, height] = pixelSize('1080p', '21:9'); // 2208, 944
 * @see The API page, "Resolution and Pixel Values by Aspect Ratio".
 */
export function pixelSize<R extends Resolution, A extends Exclude<Ratio, 'adaptive'>>(
	resolution: R,
	ratio: A,
): (typeof pixels)[R][A] {
	return pixels[resolution][ratio];
}
