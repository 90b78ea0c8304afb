export { createClient } from './create-client.js';

export type { Fulfilled, Rejected, Settled } from './batch/settled.js';
export type { Client, GenerateAllOptions, GenerateOptions, SubmitOptions } from './client.js';
export type { RequestEvent, ResponseEvent } from './http/events.js';
export type { ClientOptions, Fetch, PollingOptions } from './options.js';
export type { FailedSnapshot, PendingSnapshot, SucceededSnapshot, TaskSnapshot } from './task/snapshot.js';
export type { ExtraBody } from './submit/body.js';
export type { SubmittingEvent } from './submit/create.js';
export type { ResultOf, VideoResult, VideoResultWithLastFrame, VideoUsage } from './task/result.js';
export type { TaskStatus } from './task/status.js';
export type { StatusOptions, Task } from './task/task.js';
export type { TaskProgress, WaitOptions } from './task/wait.js';
