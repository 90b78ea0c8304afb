import type { WebSearchTool } from '../request/types.js';
import type { MediaHandle } from '../media/handle.js';
import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { FrameArgument, ImageArguments, MaybeWebSearch, VideoArguments } from './arguments.js';
import type { FirstFrameStage } from './first-frame-stage.js';
import type { ReferenceImageStage } from './reference-image-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { Finished } from './payload.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';
import type { VideoTemplate } from './template.js';
import type { TextStage } from './text-stage.js';
import type { WebSearchStage } from './web-search-stage.js';

/** A chain before its text and its media. Whatever comes next finds the mode. */
export interface StartStage<P extends AnyParts, Options> extends StageVerbs<'start', P, Options> {
	/**
	 * Sets the prompt. It refers to what is attached as `@image1`, `@video1` and `@audio1`, numbered by kind from 1 in
	 * order of attachment. The API page recommends at most 500 Chinese characters or 1000 English words.
	 *
	 * As a template's tag it takes handles: each is attached once, its placeholder is written in its place, and images,
	 * videos and audio are put in order, whatever their order in the prose. A digit behind a handle is kept apart by a
	 * space. More may be attached after.
	 *
	 * @example
	 * video().text('The cat from @image1 plays the piano').referenceImage('https://example.com/cat.jpg');
	 * @example
	 * const hero = media.image('https://example.com/character.jpg');
	 * video().text`${hero} dances in the rain`.resolution('720p').build();
	 */
	text<const Text extends string | TemplateStringsArray, const Spans extends (string | number | MediaHandle)[] = []>(
		text: Text,
		...spans: Spans
	): Spans extends [] ? TextStage<Parts<Text, [], [], []>, Options> : VideoTemplate<Text, Spans, Options>;

	/**
	 * Starts the video with this image: a URL, `asset://<id>` or `data:image/<format>;base64,<data>`.
	 *
	 * @example
	 * video().text('The cat wakes up').firstFrame('https://example.com/cat.jpg');
	 */
	firstFrame<const Given extends FrameArgument<Given>>(
		source: Given,
	): FirstFrameStage<Parts<undefined, [Given], [], []>, Options>;

	/** @deprecated a last frame needs a first frame: call .firstFrame() before .lastFrame() */
	readonly lastFrame: NotAllowed<Sentence<'lastFrameAlone'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ImageArguments<Given, []>
	): Given extends [] ? StartStage<P, Options> : ReferenceImageStage<Parts<undefined, Given, [], []>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, []>
	): Given extends [] ? StartStage<P, Options> : ReferenceVideoStage<Parts<undefined, [], Given, []>, Options>;

	/** @deprecated audio needs an image or a video beside it: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly referenceAudio: NotAllowed<Sentence<'audioAlone'>>;

	/** Sets whether the model may look things up on the web. For text alone. */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]]
		? WebSearchStage<P, Omit<Options, 'tools'> & { readonly tools: readonly [WebSearchTool] }>
		: StartStage<P, Omit<Options, 'tools'> & MaybeWebSearch<Given[0]>>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly build: Finished<'start', P, Options, never>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly safeBuild: Finished<'start', P, Options, never>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly toJSON: Finished<'start', P, Options, never>;
}
