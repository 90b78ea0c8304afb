export { editVideo, extendVideo, video } from './builder/index.js';
export { createClient } from './client/index.js';
export * from './errors/index.js';
export { media } from './media/handle.js';
export { modeOf } from './request/mode-of.js';
export { parseRequest, safeParseRequest } from './request/parse.js';
export { pixelSize } from './request/pixel-size.js';
export { requestSchema } from './request/schema.js';
export { durations, ratios, resolutions } from './spec.js';

export type * from './builder/index.js';
export type * from './client/index.js';
export type { AudioHandle, ImageHandle, Media, MediaHandle, VideoHandle } from './media/handle.js';
export type { AudioSource, ImageSource, RemoteSource, Source, VideoSource } from './media/source.js';
export type { ParseResult } from './request/parse.js';
export type * from './request/types.js';
export type { NotAllowed, RuleId } from './rules.js';
export type { Duration, MediaKind, Mode, Ratio, Resolution } from './spec.js';
