import { ConfigurationError } from '../../errors/configuration-error.js';
import type { ContentPlace } from '../../errors/content-place.js';
import { readOptions } from '../../errors/read-options.js';
import { advice, type AdviceId, type AdviceSource } from '../../rules.js';
import { payloadOf } from '../builder-of.js';
import type { PinnedMode } from '../content/issues.js';
import { contentPlaces } from '../content/places.js';
import { parseRequest, safeParseRequest } from '../parse.js';
import type { Refused, Submittable } from '../submittable.js';
import type { Buildable, VideoRequest } from '../types.js';
import { checkBodySize } from './body-size.js';
import { checkHosts } from './hosts.js';
import { checkCroppedFrames, checkFrameShapes, checkTotalSeconds } from './measured.js';
import { checkOpening } from './openings.js';
import { checkPromptLength } from './prompt-length.js';
import { readMedia, type FactsOf, type FactsBySource } from './read-media.js';
import { checkMentions, checkReferenceForms } from './references.js';
import { lintSubject, type Check, type Finding } from './subject.js';
import { checkSuffixes } from './suffixes/suffixes.js';

/** What could be better in a valid request. */
export interface Advice {
	/** The id of the advice. `docs/advice.md` lists all. */
	readonly rule: AdviceId;

	/** Where the advice comes from. What upstream says is undocumented on the API page. */
	readonly source: AdviceSource;

	/** The path from the payload's root, as in an issue of an `InvalidRequestError`. */
	readonly path: readonly (string | number)[];

	/** The item of the content that the advice is about. Absent if it is about no single item. */
	readonly place?: ContentPlace;

	/** What could be better, with the value, and what to write. */
	readonly message: string;

	/**
	 * A frozen copy of the request in which this is mended. It is valid, and {@link lintRequest} does not give the advice for it.
	 * Absent if only a person can decide.
	 */
	readonly fix?: VideoRequest;
}

/** Options of {@link lintRequest}. */
export interface LintOptions {
	/**
	 * What is known about the files of the request, by source: pixels and seconds. Without it, the advice about frames and the
	 * length of references is not given.
	 */
	readonly media?: FactsBySource | undefined;
}

/**
 * Returns advice about a valid request. Advice never refuses: nothing else in this library reads it.
 *
 * Nothing is fetched, and the request is not changed. The beginning of an edit or an extension is checked best on the chain itself:
 * a payload does not show which it is.
 *
 * @param request A payload, a finished chain, or anything with `build()`.
 * @returns The advice, in the order of the list in `docs/advice.md`. Empty if there is none.
 * @throws {InvalidRequestError} If the request breaks a rule: mend that first. What a `build()` of your own throws is thrown, too.
 * @throws {ConfigurationError} If an option is unknown, or `media` can't be read.
 *
 * @example
 * for (const { rule, message, fix } of lintRequest(request)) console.warn(rule, message, fix ?? '');
 */
export function lintRequest<Request extends VideoRequest | Buildable | Refused>(
	request: Submittable<Request>,
	options?: LintOptions,
): readonly Advice[] {
	const { media } = readLintOptions(options);
	const factsOf = readMedia(media);
	const valid = parseRequest(payloadOf(request));
	const mode = modeOfChain(request);
	const places = contentPlaces(valid.content);
	const subject = lintSubject(valid, mode, factsOf);
	return checks.flatMap((check) =>
		check(subject).map((finding): Advice => {
			const { rule, path, message } = finding;
			const place = typeof path[1] === 'number' ? places[path[1]] : undefined;
			const fix = fixOf(finding, check, mode, factsOf);
			return { rule, source: advice[rule].source, path, ...(place && { place }), message, ...(fix && { fix }) };
		}),
	);
}

const checks: readonly Check[] = [
	checkPromptLength,
	checkReferenceForms,
	checkMentions,
	checkSuffixes,
	checkOpening,
	checkHosts,
	checkTotalSeconds,
	checkBodySize,
	checkFrameShapes,
	checkCroppedFrames,
];

/** Mends a request. `undefined` if that makes it invalid, or if the advice would stay. */
function fixOf(
	{ rule, path, mend }: Finding,
	check: Check,
	mode: PinnedMode,
	factsOf: FactsOf,
): VideoRequest | undefined {
	const mended = mend && safeParseRequest(mend());
	if (!mended?.success) return undefined;
	const remaining = check(lintSubject(mended.data, mode, factsOf));
	return remaining.some((other) => other.rule === rule && other.path.join() === path.join()) ? undefined : mended.data;
}

function readLintOptions(given: LintOptions | undefined): LintOptions {
	const { unknown, media } = readOptions('options', given, ({ media, ...others }) => ({
		media,
		unknown: Object.keys(others)[0],
	}));
	if (unknown !== undefined) throw new ConfigurationError(unknown, 'is no option: pass media');
	return { media };
}

/** The function that a chain started with, from its state; `video` for what is no chain. */
function modeOfChain(chain: unknown): PinnedMode {
	try {
		const { mode } = (chain as { readonly state: { readonly mode: unknown } }).state;
		return mode === 'edit' || mode === 'extend' ? mode : 'video';
	} catch {
		return 'video'; // It has no state: a payload, or something else that builds one.
	}
}
