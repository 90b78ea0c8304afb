export { createVideoProcessor } from './create-video-processor.js';
export { videoJob, videoJobId, videoJobKey } from './video-job.js';

export type { VideoProcessorOptions } from './create-video-processor.js';
export type { VideoJob, VideoJobOptions, VideoJobProgress, VideoJobResult } from './video-job.js';
