import type { Redact } from '../../client/http/redact.js';
import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { readObject } from '../../errors/read-options.js';
import { suggestion } from '../../request/shape/issues.js';
import { isList, optionOfCaller, unknownField, wrongType } from '../../rules.js';
import type { Resolution } from '../../spec.js';

/**
 * The options of `providerOptions.seedance`: what the AI SDK has no setting for. A source is a URL, `asset://<id>` or, for images and
 * audio, `data:image/<format>;base64,<data>`.
 *
 * @example
 * const seedance: SeedanceVideoProviderOptions = { resolution: '1080p', returnLastFrame: true };
 */
// A type alias: the AI SDK takes JSON, and an interface is none to the compiler.
export type SeedanceVideoProviderOptions = {
	/** The output tier, in place of a `resolution` in pixels: with `adaptive`, a video has no size beforehand. */
	readonly resolution?: Resolution | undefined;

	/** Web search, for a prompt without images, videos and audio. @default false */
	readonly webSearch?: boolean | undefined;

	/** Whether the video has a watermark. @default false */
	readonly watermark?: boolean | undefined;

	/**
	 * Whether the last frame is returned, as `providerMetadata.seedance.lastFrameUrl`. The field is upstream's, undocumented on
	 * the API page.
	 *
	 * @default false
	 */
	readonly returnLastFrame?: boolean | undefined;

	/** The first frame, for a source that the AI SDK doesn't take, such as `asset://<id>`. */
	readonly firstFrame?: string | undefined;

	/** The last frame, beside a first frame. */
	readonly lastFrame?: string | undefined;

	/** Reference images, numbered after those of `inputReferences`. */
	readonly referenceImages?: readonly string[] | undefined;

	/** Reference videos, numbered after those of `inputReferences`. Never base64. */
	readonly referenceVideos?: readonly string[] | undefined;

	/** Reference audio clips, numbered after those of `inputReferences`. They need an image or a video beside them. */
	readonly referenceAudio?: readonly string[] | undefined;
};

/** The options, read. The sources and the resolution are still to be judged. */
export interface OwnOptions extends Pick<SeedanceVideoProviderOptions, 'webSearch' | 'watermark' | 'returnLastFrame'> {
	readonly resolution?: unknown;
	readonly firstFrame?: unknown;
	readonly lastFrame?: unknown;
	readonly referenceImages?: readonly unknown[] | undefined;
	readonly referenceVideos?: readonly unknown[] | undefined;
	readonly referenceAudio?: readonly unknown[] | undefined;
}

/**
 * Reads `providerOptions.seedance` and checks it, except for the sources and the resolution: the payload's rules judge those.
 *
 * @throws {ConfigurationError} If it isn't an object, or can't be read.
 */
export function readProviderOptions(given: object | null | undefined, redact: Redact): CheckedOptions {
	const options: object = readObject('providerOptions.seedance', given ?? {}, 'an object', (all) => ({ ...all }));
	const right: [string, unknown][] = [];
	const issues: RequestIssue[] = [];
	for (const [name, value] of Object.entries(options)) {
		const problem = problemOf(name, value, redact);
		if (problem === undefined) right.push([name, value]);
		else issues.push({ ...problem, path: ['providerOptions', 'seedance', redact(name)] });
	}
	return { own: Object.fromEntries(right), issues };
}

interface CheckedOptions {
	/** Those that have no issue. */
	readonly own: OwnOptions;
	readonly issues: readonly RequestIssue[];
}

function problemOf(name: string, value: unknown, redact: Redact): Pick<RequestIssue, 'rule' | 'message'> | undefined {
	if (!Object.hasOwn(expectations, name)) return { rule: 'unknown-field', message: unknownOption(redact(name)) };
	const { isRight, expected } = expectations[name as keyof typeof expectations];
	if (value === undefined || isRight(value)) return undefined;
	return { rule: 'shape', message: wrongType(name, typeof value === 'string' ? redact(value) : value, expected) };
}

/** What an option must be, where no rule of the payload says so. */
interface Expectation {
	readonly isRight: (value: unknown) => boolean;
	readonly expected: string;
}

const flag: Expectation = { isRight: (value) => typeof value === 'boolean', expected: 'true or false' };
const list: Expectation = { isRight: isList, expected: 'a list of sources' };
const judgedLater: Expectation = { isRight: () => true, expected: '' };

const expectations: Readonly<Record<keyof SeedanceVideoProviderOptions, Expectation>> = {
	resolution: judgedLater,
	webSearch: flag,
	watermark: flag,
	returnLastFrame: flag,
	firstFrame: judgedLater,
	lastFrame: judgedLater,
	referenceImages: list,
	referenceVideos: list,
	referenceAudio: list,
};

function unknownOption(name: string): string {
	const option = name === 'ratio' ? 'aspectRatio' : callerOptions.find((one) => one === name);
	return option === undefined
		? unknownField(name, suggestion(name, Object.keys(expectations)))
		: optionOfCaller(name, option);
}

/** Options of the AI SDK's functions that may be looked for among the provider's. */
const callerOptions = ['prompt', 'aspectRatio', 'duration', 'generateAudio', 'frameImages', 'inputReferences'];
