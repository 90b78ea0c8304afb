import { startChain } from './chain.js';
import type { EditStartStage, ExtendStartStage } from './pinned-stages.js';
import type { StartStage } from './stages.js';
import type { Parts } from './state.js';

/**
 * Begins a request. The verbs decide the mode: text-to-video, first frame, first and last frame, or references.
 *
 * A chain is immutable: every verb returns a new one. Several requests can start from one unfinished chain.
 *
 * @example
 * const request = video().text('A cat plays the piano').resolution('1080p').ratio('16:9').duration(8).build();
 */
export function video(): StartStage<Parts<undefined, [], [], []>, {}> {
	// Here and below: the only places where the types of the stages meet the class behind them.
	return startChain('video') as StartStage<Parts<undefined, [], [], []>, {}>;
}

/**
 * Begins a request that edits a video. It takes a text, reference images and the video, and nothing else.
 *
 * @example
 * const perfume = media.image('https://example.com/perfume.jpg');
 * const original = media.video('https://example.com/original.mp4');
 * const request = editVideo()
 * 	.text`Strictly edit ${original}, changing the water to the perfume from ${perfume}`
 * 	.resolution('1080p')
 * 	.build();
 */
export function editVideo(): EditStartStage<Parts<undefined, [], [], []>, {}> {
	return startChain('edit') as EditStartStage<Parts<undefined, [], [], []>, {}>;
}

/**
 * Begins a request that extends or joins videos. It takes a text and the videos, and nothing else.
 *
 * @example
 * const street = media.video('https://example.com/street.mp4');
 * const request = extendVideo()
 * 	.text`Extend ${street}: the camera rises above the roofs`
 * 	.resolution('720p')
 * 	.build();
 */
export function extendVideo(): ExtendStartStage<Parts<undefined, [], [], []>, {}> {
	return startChain('extend') as ExtendStartStage<Parts<undefined, [], [], []>, {}>;
}

// A project that exports a chain, or a verb of one, has declarations that refer to these names.
export type * from './checks/arguments.js';
export type * from './checks/completeness.js';
export type * from './checks/distinct.js';
export type { FinishedChain } from './finished-chain.js';
export type * from './verbs/option-fields.js';
export type * from './payload.js';
export type * from './pinned-stages.js';
export type * from './checks/refusal.js';
export type * from './stages.js';
export type { AnyList, AnyParts, NoLastFrame, Parts } from './state.js';
export type * from './prompts/parts.js';
export type * from './prompts/stages.js';
export type * from './unfinished-stages.js';
export type { StageAfterSources } from './verbs/references.js';
export type { IsSearching, WithPossibleSearch } from './verbs/web-search.js';
