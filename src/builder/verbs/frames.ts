import type { ImageSource } from '../../media/source.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type { FrameArgument, WrongImage } from '../checks/arguments.js';
import type { Stages } from '../stages.js';
import type { Parts, stageOptions, stageParts, StageState } from '../state.js';

/** `.firstFrame()`, before the last frame. */
export interface FirstFrameVerb extends StageState {
	/**
	 * Sets the first frame of the video: a URL, `asset://<id>`, `data:image/<format>;base64,<data>` or a handle. `undefined`
	 * leaves it out.
	 *
	 * @example
	 * video().text('The cat wakes up').firstFrame('https://example.com/cat.jpg');
	 */
	firstFrame<const Given extends FrameArgument[keyof WrongImage<Given>] = ImageSource | undefined>(
		source: Given,
	): Stages<
		Parts<this[typeof stageParts]['text'], [Given], [], [], this[typeof stageParts]['lastFrame']>,
		this[typeof stageOptions]
	>['firstFrame'];

	/** @deprecated a last frame requires a first frame: call .firstFrame() before .lastFrame() */
	readonly lastFrame: NotAllowed<Sentence<'lastFrameAlone'>>;
}

/** `.lastFrame()`, after the first frame. */
export interface LastFrameVerb extends OneFirstFrame, StageState {
	/** Sets the last frame of the video. It may be the same image as the first frame. `undefined` leaves it out. */
	lastFrame<const Given extends FrameArgument[keyof WrongImage<Given>] = ImageSource | undefined>(
		source: Given,
	): Stages<
		Parts<
			this[typeof stageParts]['text'],
			[...this[typeof stageParts]['images'], Given],
			[],
			[],
			this[typeof stageParts]['lastFrame']
		>,
		this[typeof stageOptions]
	>['firstAndLastFrame'];
}

/** Refuses more frames after the first and the last. */
export interface NoMoreFrames extends OneFirstFrame {
	/** @deprecated a request has one last frame: call .lastFrame() once */
	readonly lastFrame: NotAllowed<Sentence<'oneLastFrame'>>;
}

/** Refuses frames after a reference. */
export interface NoFrames {
	/** @deprecated frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs */
	readonly firstFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs */
	readonly lastFrame: NotAllowed<Sentence<'framesOrReferences'>>;
}

/** Refuses a second first frame. */
interface OneFirstFrame {
	/** @deprecated a request has one first frame: call .firstFrame() once */
	readonly firstFrame: NotAllowed<Sentence<'oneFirstFrame'>>;
}
