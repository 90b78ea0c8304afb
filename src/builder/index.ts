import { Chain } from './chain.js';
import type { EditStartStage } from './edit-start-stage.js';
import type { ExtendStartStage } from './extend-start-stage.js';
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
	// Here and below: the only places where the stages' types meet the class behind them.
	return new Chain('video') as unknown as StartStage<Parts<undefined, [], [], []>, {}>;
}

/**
 * Begins a request that edits a video: a text, reference images and the video, and nothing else.
 *
 * @example
 * const request = editVideo()
 * 	.text('Replace the water in @video1 with the perfume from @image1')
 * 	.referenceImage('https://example.com/perfume.jpg')
 * 	.referenceVideo('https://example.com/original.mp4')
 * 	.resolution('1080p')
 * 	.build();
 */
export function editVideo(): EditStartStage<Parts<undefined, [], [], []>, {}> {
	return new Chain('edit') as unknown as EditStartStage<Parts<undefined, [], [], []>, {}>;
}

/**
 * Begins a request that extends or joins videos: a text and the videos, and nothing else.
 *
 * @example
 * const request = extendVideo()
 * 	.text('@video1, and the camera rises above the roofs')
 * 	.referenceVideo('https://example.com/street.mp4')
 * 	.resolution('720p')
 * 	.build();
 */
export function extendVideo(): ExtendStartStage<Parts<undefined, [], [], []>, {}> {
	return new Chain('extend') as unknown as ExtendStartStage<Parts<undefined, [], [], []>, {}>;
}

export type { AudioAloneStage } from './audio-alone-stage.js';
export type { EditStage } from './edit-stage.js';
export type { EditStartStage } from './edit-start-stage.js';
export type { EditVideoStage } from './edit-video-stage.js';
export type { ExtendStage } from './extend-stage.js';
export type { ExtendStartStage } from './extend-start-stage.js';
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
