export { isStoreError, StoreError } from '../errors/store-error.js';
export { createSteps } from './create-steps.js';
export { memoryStore } from './stores/memory-store.js';
export { redisStore } from './stores/redis-store.js';

export type { StepsOptions } from './create-steps.js';
export type { DoneEntry, JournalEntry, RefusedEntry, SendingEntry, SubmittedEntry, UncertainEntry } from './entry.js';
export type {
	CheckedTask,
	CheckStepOptions,
	FinishedTask,
	Steps,
	SubmitOutcome,
	SubmitStepOptions,
	SubmittedTask,
	UnfinishedTask,
} from './steps.js';
export type { IoredisClient, NodeRedisClient, RedisStoreOptions } from './stores/redis-store.js';
export type { Store } from './stores/store.js';
