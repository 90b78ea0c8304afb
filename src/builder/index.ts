import { Chain } from './chain.js';
import type { EditStartStage, ExtendStartStage, StartStage } from './stages.js';
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

export type * from './arguments.js';
export type * from './completeness.js';
export type * from './payload.js';
export type * from './refusal.js';
export type * from './stages.js';
export type { AnyParts, AnyList, NoLastFrame, Parts } from './state.js';
export type * from './template.js';
export type { IsSearching } from './verbs/web-search.js';
