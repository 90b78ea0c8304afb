export { createSeedance } from './create-seedance.js';

export type { VideoCallOptions, VideoFile } from './request/call-options.js';
export type { SeedanceModelId, SeedanceOptions, SeedanceProvider } from './create-seedance.js';
export type { SeedanceVideoMetadata } from './metadata.js';
export type { SeedanceVideoProviderOptions } from './request/provider-options.js';
export type { SeedanceVideoModel, VideoResponse, VideoStart, VideoStatus, VideoStatusOptions } from './types.js';
export type { VideoWarning } from './warnings.js';
