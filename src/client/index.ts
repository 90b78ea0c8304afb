export { createClient } from './client.js';

export type { Client, GenerateOptions, SubmitOptions } from './client.js';
export type { ClientOptions, Fetch, PollingOptions } from './options.js';
export type { TaskSnapshot } from './read.js';
export type { Buildable, ExtraBody } from './request-body.js';
export type { VideoResult, VideoUsage } from './result.js';
export type { TaskStatus } from './status.js';
export type { StatusOptions, Task } from './task.js';
export type { TaskProgress, WaitOptions } from './wait.js';
