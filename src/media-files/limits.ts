import type { MediaFileProblem } from '../errors/media-file-error.js';
import { mostCharacters } from '../request/plain/copy.js';
import {
	badFrameRate,
	badRatio,
	badSeconds,
	badSide,
	megabyte,
	megabytesOf,
	mostMegabytes,
	tooManyBytes,
	tooManyBytesForRequest,
} from '../rules/media-file-sentences.js';
import { files, upstreamFiles, type MediaKind } from '../spec.js';
import type { MediaFacts } from './facts.js';

/** Checks the size of a file against the limit of its kind, or against the largest of all if it is of none that is known. */
export function sizeProblem(
	name: string,
	bytes: number,
	kind: MediaKind | undefined,
	upstreamLimits: boolean,
): MediaFileProblem | undefined {
	const isUpstream = kind === 'image';
	if (!upstreamLimits && (isUpstream || kind === undefined)) {
		const message = tooManyBytesForRequest(name, bytes, mostSendable);
		return bytes > mostSendable ? { reason: 'limit', source: 'this library', message } : undefined;
	}
	const most = megabyte * (kind === undefined ? mostMegabytes() : megabytesOf(kind));
	if (bytes < most || (bytes === most && !isUpstream)) return undefined;
	const source = isUpstream ? 'upstream' : 'API page';
	return { reason: 'limit', source, message: tooManyBytes(name, bytes, kind) };
}

/**
 * Checks what was measured against the limits of the API page, and against upstream's unless they are waived. A clip that lasts too
 * long by `padding` alone, the silence that an encoder added, is right.
 */
export function limitProblems(
	name: string,
	facts: MediaFacts,
	upstreamLimits: boolean,
	padding = 0,
): readonly MediaFileProblem[] {
	const problems: MediaFileProblem[] = [];
	const add = (source: MediaFileProblem['source'], isBroken: boolean, message: () => string) => {
		if (isBroken && (upstreamLimits || source !== 'upstream')) {
			problems.push({ reason: 'limit', source, message: message() });
		}
	};
	if (facts.kind === 'image') {
		const { width, height } = facts;
		const isSideWrong = [width, height].some((side) => isOutside(side, upstreamFiles.image.sides));
		add('upstream', isSideWrong, () => badSide(name, width, height));
		add('upstream', isOutside(width / height, upstreamFiles.image.ratios), () => badRatio(name, width, height));
	} else {
		const { kind, seconds } = facts;
		const isPage = kind === 'video';
		const range = isPage ? files.video.seconds : upstreamFiles.audio.seconds;
		// Not a sum of fractions that is a little over a whole number.
		const isWrong = isOutside(seconds, range) && isOutside(seconds - padding - 1e-6, range);
		add(isPage ? 'API page' : 'upstream', isWrong, () => badSeconds(name, seconds, kind));
	}
	if (facts.kind === 'video') {
		const { framesPerSecond } = facts;
		const isRateWrong = isOutside(framesPerSecond, upstreamFiles.video.framesPerSecond);
		add('upstream', isRateWrong, () => badFrameRate(name, framesPerSecond));
	}
	return problems;
}

/** The most bytes whose base64 the checks of a request read: three bytes are four characters. */
const mostSendable = Math.floor((mostCharacters - 1_000) / 4) * 3;

function isOutside(value: number, [least, most]: readonly [number, number]): boolean {
	return value < least || value > most;
}
