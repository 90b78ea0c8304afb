import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { ImageArguments, VideoArguments } from './arguments.js';
import type { EditVideoStage } from './edit-video-stage.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain that edits a video, with its text: images follow, then videos. */
export interface EditStage<P extends AnyParts, Options> extends StageVerbs<'edit', P, Options> {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ImageArguments<Given, P['images']>
	): Given extends []
		? EditStage<P, Options>
		: EditStage<Parts<P['text'], [...P['images'], ...Given], P['videos'], P['audio']>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, P['videos']>
	): Given extends []
		? EditStage<P, Options>
		: EditVideoStage<Parts<P['text'], P['images'], [...P['videos'], ...Given], P['audio']>, Options>;
}
