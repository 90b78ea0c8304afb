import { estimateTokens } from '../../../request/tokens/estimate-tokens.js';
import { isConfigurationError } from '../../../errors/index.js';
import { modeOf } from '../../../request/mode-of.js';
import type { VideoRequest } from '../../../request/types.js';
import { spec } from '../../../spec.js';
import type { RequestEvent } from '../../output/events.js';

/** Describes a request that is about to be submitted: what it costs depends on it. */
export function requestEvent(request: VideoRequest, baseUrl: URL): RequestEvent {
	const { resolution, ratio = spec.defaults.ratio, duration = spec.defaults.duration } = request;
	const tokens = estimate(request);
	return {
		event: 'request',
		host: baseUrl.host,
		mode: modeOf(request),
		resolution,
		ratio,
		seconds: duration,
		...(tokens !== undefined && { tokens }),
	};
}

/** The estimate of a request; `undefined` if the formula has none for it. */
function estimate(request: VideoRequest): number | undefined {
	try {
		return estimateTokens(request);
	} catch (error) {
		if (isConfigurationError(error)) return undefined;
		throw error;
	}
}
