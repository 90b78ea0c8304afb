export { createClient } from './client.js';

export type { Fulfilled, Rejected, Settled } from './batch.js';
export type { Client, GenerateAllOptions, GenerateOptions, SubmitOptions } from './client.js';
export type { RequestEvent, ResponseEvent } from './hooks.js';
export type { ClientOptions, Fetch, PollingOptions } from './options.js';
export type { TaskSnapshot } from './read.js';
export type { ExtraBody } from './request-body.js';
export type { ResultOf, VideoResult, VideoResultWithLastFrame, VideoUsage } from './result.js';
export type { TaskStatus } from './status.js';
export type { StatusOptions, Task } from './task.js';
export type { TaskProgress, WaitOptions } from './wait.js';
