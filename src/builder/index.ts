import { Chain } from './chain.js';
import type { StartStage } from './start-stage.js';
import type { Parts } from './state.js';

/**
 * Begins a request. The verbs that follow find the mode: text-to-video, first frame, first and last frame, or references.
 *
 * A chain is a value: every verb returns a new one and leaves its receiver as it was, so that a half-built chain is a
 * template to fork.
 *
 * @example
 * const request = video().text('A cat plays the piano').resolution('1080p').ratio('16:9').duration(8).build();
 */
export function video(): StartStage<Parts<undefined, [], [], []>, {}> {
	// The one meeting of the stages' types and the class behind them.
	return new Chain() as unknown as StartStage<Parts<undefined, [], [], []>, {}>;
}

export type { FirstAndLastFrameStage } from './first-and-last-frame-stage.js';
export type { FirstFrameStage } from './first-frame-stage.js';
export type { ReferenceAudioStage } from './reference-audio-stage.js';
export type { ReferenceImageStage } from './reference-image-stage.js';
export type { ReferenceVideoStage } from './reference-video-stage.js';
export type { StartStage } from './start-stage.js';
export type { Parts } from './state.js';
export type { TextStage } from './text-stage.js';
export type { WebSearchStage } from './web-search-stage.js';
export type { WebSearchTextStage } from './web-search-text-stage.js';
