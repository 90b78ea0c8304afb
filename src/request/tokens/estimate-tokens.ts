import { ConfigurationError } from '../../errors/configuration-error.js';
import { readOptions } from '../../errors/read-options.js';
import { formatValue, noSize, raisedByGateway, videoSecondsMissing, videoSecondsUnused } from '../../rules.js';
import { raisedResolution, spec, tokenFormula } from '../../spec.js';
import { payloadOf } from '../builder-of.js';
import { parseRequest } from '../parse.js';
import { pixelSize } from '../pixel-size.js';
import type { Refused, Submittable } from '../submittable.js';
import type { Buildable, VideoRequest } from '../types.js';
import type {
	EstimateFault,
	EstimateArgument,
	EstimateOptionsArgument,
	Unestimable,
	UnusedVideoSeconds,
} from './estimable.js';

/** Options of {@link estimateTokens}. */
export interface EstimateOptions {
	/** The seconds of the reference videos in all, which may be a fraction. Required if the request has a reference video. */
	readonly videoSeconds?: number | undefined;
}

/**
 * Estimates the tokens of a request by upstream's formula. It is undocumented on the API page, and a price is the caller's.
 *
 * The formula is (24 × (input + output seconds) + 1) × width × height / 1024, and the result is rounded up. The input are the
 * reference videos. The output is the `duration`, or the API's default. For an extension, what upstream counts as output is unknown.
 *
 * The compiler refuses what it knows to have no estimate; the rest is refused when the program runs.
 *
 * @param request A payload, a finished chain, or anything with `build()`.
 * @throws {InvalidRequestError} If the request breaks a rule.
 * @throws {ConfigurationError} If the size is unknown: `ratio` is missing or `adaptive`, or `resolution` is `2k`, which the gateway
 * raises from a smaller video. Or if `videoSeconds` is missing, is no number over zero, or is given without a reference video.
 *
 * @example
 * const chain = video().text('A cat').resolution('720p').ratio('16:9').duration(5);
 * console.log(estimateTokens(chain), 'tokens');
 */
export function estimateTokens<
	const Request extends VideoRequest | Buildable | Refused,
	const Options extends EstimateOptions = {},
>(
	request: Submittable<Request> &
		EstimateArgument<EstimateFault<Request, Options>>[keyof Unestimable<EstimateFault<Request, Options>>],
	options?: Options & EstimateOptionsArgument[keyof UnusedVideoSeconds<Request, Options>],
): number {
	const { unknown, videoSeconds } = readOptions('options', options as EstimateOptions | undefined, readEstimateOptions);
	if (unknown !== undefined) throw new ConfigurationError(unknown, 'is no option: pass videoSeconds');
	const valid = parseRequest(payloadOf(request));
	const [width, height] = sizeOf(valid);
	const { framesPerSecond, extraFrames, pixelsPerToken } = tokenFormula;
	const seconds = inputSeconds(valid, videoSeconds) + (valid.duration ?? spec.defaults.duration);
	const tokens = ((framesPerSecond * seconds + extraFrames) * width * height) / pixelsPerToken;
	// A sum of fractions may be a little over a whole number.
	return Math.ceil(tokens - 1e-6);
}

function readEstimateOptions({ videoSeconds, ...others }: EstimateOptions) {
	return { videoSeconds, unknown: Object.keys(others)[0] };
}

function sizeOf({ resolution, ratio }: VideoRequest): readonly [width: number, height: number] {
	if (resolution === raisedResolution) throw refused('resolution', raisedByGateway());
	if (ratio === undefined || ratio === 'adaptive') throw refused('ratio', noSize(ratio ?? 'missing'));
	return pixelSize(resolution, ratio);
}

function inputSeconds({ content }: VideoRequest, videoSeconds: unknown): number {
	const hasVideo = content.some(({ type }) => type === spec.media.video.type);
	if (!hasVideo) {
		if (videoSeconds === undefined || videoSeconds === 0) return 0;
		throw refused('videoSeconds', videoSecondsUnused);
	}
	if (videoSeconds === undefined) throw refused('videoSeconds', videoSecondsMissing);
	if (typeof videoSeconds === 'number' && videoSeconds > 0 && Number.isFinite(videoSeconds)) return videoSeconds;
	throw new ConfigurationError('videoSeconds', `is ${formatValue(videoSeconds)}: give a number of seconds over 0`);
}

/** The error for a sentence that begins with the name of what it is about. */
function refused(option: string, sentence: string): ConfigurationError {
	return new ConfigurationError(option, sentence.slice(option.length + 1));
}
