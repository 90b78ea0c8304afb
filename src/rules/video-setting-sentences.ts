import { spec } from '../spec.js';
import { formatValue, listed } from './values.js';

/** The sentence for a size in pixels that the API doesn't make. */
export function unknownSize(size: unknown, sizes: readonly string[]): string {
	return `resolution ${formatValue(size)} is not a size of the API: choose ${listed(sizes)}, or ${tierInstead()}`;
}

/** The sentence for a video without a resolution, where it is given in pixels. */
export function sizeMissing(example: string): string {
	return `a resolution is required: set resolution to a size such as ${example}, or ${tierInstead()}`;
}

/** The sentence for a setting that contradicts the size in pixels. */
export function contradictsSize(field: string, value: unknown, size: string, meant: string): string {
	return `${field} ${formatValue(value)} contradicts the size ${size}, which is ${meant}: remove one of them`;
}

/** The sentence for an option of the provider that is one of the AI SDK's own. */
export function optionOfCaller(field: string, option: string): string {
	return `unknown field ${formatValue(field)}: set ${option} beside providerOptions, as an option of the AI SDK`;
}

function tierInstead(): string {
	return `leave it out and set providerOptions.seedance.resolution to ${listed(spec.resolutions)}`;
}
