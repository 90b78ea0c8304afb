import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { VideoArguments } from './arguments.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain that edits a video, with the video: more videos may follow. */
export interface EditVideoStage<P extends AnyParts, Options> extends StageVerbs<'editVideo', P, Options> {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;

	/** @deprecated images come before videos: call .referenceImage() before .referenceVideo() */
	readonly referenceImage: NotAllowed<Sentence<'imagesBeforeVideos'>>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, P['videos']>
	): Given extends []
		? EditVideoStage<P, Options>
		: EditVideoStage<Parts<P['text'], P['images'], [...P['videos'], ...Given], P['audio']>, Options>;
}
