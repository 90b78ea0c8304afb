export { accepted } from './accepted.js';
export { createEmulator } from './emulator.js';
export { reply } from './reply.js';
export { served } from './served.js';
export { cancelled, expired, failed, moderated, queued, running, succeeded, unknownStatus } from './steps.js';

export type { Accepted, AcceptedOptions } from './accepted.js';
export type { Emulator, EmulatorOptions } from './emulator.js';
export type { ErrorStatus, RateLimitOptions, Reply } from './reply.js';
export type { Script } from './script.js';
export type { Served, ServedOptions } from './served.js';
export type { Shape } from './shapes/index.js';
export type { FailureOptions, StepOptions, TaskStep } from './steps.js';
