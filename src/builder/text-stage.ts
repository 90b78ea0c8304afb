import type { WebSearchTool } from '../request/types.js';
import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { FrameArgument, ImageArguments, MaybeWebSearch, VideoArguments } from './arguments.js';
import type { FirstFrameStage } from './first-frame-stage.js';
import type { ReferenceImageStage } from './reference-image-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';
import type { WebSearchTextStage } from './web-search-text-stage.js';

/** A chain with a text and nothing else yet: text-to-video, unless a frame or a reference follows. */
export interface TextStage<P extends AnyParts, Options> extends StageVerbs<'text', P, Options> {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;

	/**
	 * Starts the video with this image: a URL, `asset://<id>` or `data:image/<format>;base64,<data>`.
	 *
	 * @example
	 * video().text('The cat wakes up').firstFrame('https://example.com/cat.jpg');
	 */
	firstFrame<const Given extends FrameArgument<Given>>(
		source: Given,
	): FirstFrameStage<Parts<P['text'], [Given], [], []>, Options>;

	/** @deprecated a last frame needs a first frame: call .firstFrame() before .lastFrame() */
	readonly lastFrame: NotAllowed<Sentence<'lastFrameAlone'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ImageArguments<Given, []>
	): Given extends [] ? TextStage<P, Options> : ReferenceImageStage<Parts<P['text'], Given, [], []>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, []>
	): Given extends [] ? TextStage<P, Options> : ReferenceVideoStage<Parts<P['text'], [], Given, []>, Options>;

	/** @deprecated audio needs an image or a video beside it: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly referenceAudio: NotAllowed<Sentence<'audioAlone'>>;

	/** Sets whether the model may look things up on the web. For text alone. */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]]
		? WebSearchTextStage<P, Omit<Options, 'tools'> & { readonly tools: readonly [WebSearchTool] }>
		: TextStage<P, Omit<Options, 'tools'> & MaybeWebSearch<Given[0]>>;
}
