export { createEmulator } from './emulator.js';
export { accepted } from './script/accepted.js';
export { reply } from './script/replies.js';
export { served } from './script/served.js';
export { cancelled, expired, failed, moderated, queued, running, succeeded, unknownStatus } from './script/steps.js';

export type { Emulator, EmulatorOptions } from './emulator.js';
export type { Accepted, AcceptedOptions } from './script/accepted.js';
export type { ErrorStatus, RateLimitOptions, Reply } from './script/replies.js';
export type { Script } from './script/script.js';
export type { Served, ServedOptions } from './script/served.js';
export type { FailureOptions, StepOptions, TaskStep } from './script/steps.js';
export type { Shape } from './shapes/index.js';
