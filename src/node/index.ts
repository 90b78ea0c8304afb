export { saveVideo } from './save-video.js';

export type { SaveProgress } from '../client/download/receive.js';
export type { SaveOptions } from './save-video.js';
