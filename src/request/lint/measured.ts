import { croppedFrame, framesDiffer, tooLongInAll, type Size } from '../../rules.js';
import { pixels, spec, totals } from '../../spec.js';
import { pixelSize } from '../pixel-size.js';
import type { Finding, LintedMedium, LintSubject } from './subject.js';

/** Advises against reference videos, or audio clips, that last longer in all than upstream takes, as far as their lengths are known. */
export function checkTotalSeconds({ media }: LintSubject): readonly Finding[] {
	return (['video', 'audio'] as const).flatMap((kind) => {
		const clips = media.filter((medium) => medium.kind === kind);
		const seconds = clips.reduce((sum, { facts }) => sum + (facts.seconds ?? 0), 0);
		if (seconds <= totals.seconds[kind] + tolerance) return [];
		return [{ rule: 'total-seconds' as const, path: ['content'], message: tooLongInAll(kind, seconds) }];
	});
}

/** Seconds that a sum of fractions may differ. */
const tolerance = 1e-6;

/** Advises to pass a last frame of the shape of the first. */
export function checkFrameShapes({ media }: LintSubject): readonly Finding[] {
	const first = media.find(({ role }) => role === 'first_frame');
	const last = media.find(({ role }) => role === 'last_frame');
	const [firstSize, lastSize] = [first && sizeOf(first), last && sizeOf(last)];
	if (last === undefined || firstSize === undefined || lastSize === undefined) return [];
	if (haveOneShape(firstSize, lastSize)) return [];
	return [{ rule: 'frame-shapes', path: pathOf(last), message: framesDiffer(firstSize, lastSize) }];
}

/** Advises against a ratio that is not that of a frame. */
export function checkCroppedFrames({ media, request }: LintSubject): readonly Finding[] {
	const { ratio, resolution } = request;
	if (ratio === undefined || ratio === 'adaptive') return [];
	return media
		.filter(({ isReference }) => !isReference)
		.flatMap((frame): Finding[] => {
			const size = sizeOf(frame);
			if (size === undefined || haveOneShape(size, pixelSize(resolution, ratio))) return [];
			const sizes = Object.entries(pixels[resolution]);
			const fitting = sizes.filter(([, other]) => haveOneShape(size, other)).map(([name]) => name);
			const message = croppedFrame(size, ratio, [...fitting, spec.defaults.ratio]);
			return [{ rule: 'cropped-frame', path: pathOf(frame), message }];
		});
}

function sizeOf({ facts: { width, height } }: LintedMedium): Size | undefined {
	return width === undefined || height === undefined ? undefined : [width, height];
}

/** Whether two pictures have one shape: less than a hundredth of one is cut off where it is fitted to the other. */
function haveOneShape([width, height]: Size, [otherWidth, otherHeight]: Size): boolean {
	const [one, other] = [width / height, otherWidth / otherHeight];
	return Math.min(one, other) / Math.max(one, other) > 0.99;
}

function pathOf({ index, kind }: LintedMedium): Finding['path'] {
	return ['content', index, spec.media[kind].type, 'url'];
}
