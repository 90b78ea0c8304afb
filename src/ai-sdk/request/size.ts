import type { Redact } from '../../client/http/redact.js';
import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { contradictsSize, sizeMissing, unknownSize } from '../../rules.js';
import { pixels, type Ratio, type Resolution } from '../../spec.js';
import type { VideoCallOptions } from './call-options.js';
import type { OwnOptions } from './provider-options.js';

/** The size of a video as the payload has it, with what is wrong with the settings that it comes from. */
interface SizeFields {
	readonly resolution: unknown;
	readonly ratio: unknown;
	readonly issues: readonly RequestIssue[];
}

/**
 * Reads the size of a video from `resolution` in pixels, or from the tier among the provider's options, and the aspect ratio. Only
 * the sizes that the API makes stand for a tier: another video than the one that was asked for would be billed, too.
 */
export function sizeOf(
	{ resolution: size, aspectRatio }: VideoCallOptions,
	{ resolution: tier }: OwnOptions,
	redact: Redact,
): SizeFields {
	const known = sizes();
	const meant = known.get(String(size));
	const issues: RequestIssue[] = [];
	const report = (rule: 'resolution' | 'ratio', message: string, ...path: string[]): void =>
		void issues.push({ rule, path, message });
	const shown = (value: unknown): unknown => (typeof value === 'string' ? redact(value) : value);
	if (size === undefined && tier === undefined) report('resolution', sizeMissing([...known.keys()][0]!), 'resolution');
	if (size !== undefined && meant === undefined) {
		report('resolution', unknownSize(shown(size), [...known.keys()]), 'resolution');
	}
	if (meant !== undefined && tier !== undefined && tier !== meant.resolution) {
		const message = contradictsSize('resolution', shown(tier), String(size), meant.resolution);
		report('resolution', message, 'providerOptions', 'seedance', 'resolution');
	}
	if (meant !== undefined && aspectRatio !== undefined && aspectRatio !== meant.ratio) {
		report('ratio', contradictsSize('aspectRatio', shown(aspectRatio), String(size), meant.ratio), 'aspectRatio');
	}
	return { resolution: meant?.resolution ?? tier, ratio: meant?.ratio ?? aspectRatio, issues };
}

/** The tier and the ratio of each size that the API makes, by its name, such as `1280x720`. */
function sizes(): ReadonlyMap<string, Size> {
	return new Map(
		Object.entries(pixels).flatMap(([resolution, row]) =>
			Object.entries(row).map(([ratio, size]) => [size.join('x'), { resolution, ratio } as Size]),
		),
	);
}

interface Size {
	readonly resolution: Resolution;
	readonly ratio: Ratio;
}
