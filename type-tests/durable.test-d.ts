import { Redis } from 'ioredis';
import { createClient as createRedis, createCluster } from 'redis';
import { expectError, expectType } from 'tsd';
import { createClient, video, type VideoResultWithLastFrame } from 'seedance-builder';
import {
	createSteps,
	memoryStore,
	redisStore,
	type CheckedTask,
	type Steps,
	type SubmittedTask,
} from 'seedance-builder/durable';

const client = createClient({ apiKey: 'KEY' });
const chain = video().text('A cat').resolution('720p');

// Every client of Redis makes a store.
expectType<Steps>(createSteps(client, redisStore(new Redis())));
createSteps(client, redisStore(createRedis()), { checkInterval: 5_000 });
createSteps(client, redisStore(createCluster({ rootNodes: [] })));
expectError(redisStore('redis://localhost'));
expectError(createSteps(client));

// A step takes what a client submits, and refuses what it refuses.
const steps = createSteps(client, memoryStore());
expectType<Promise<SubmittedTask>>(steps.submit('order', chain));
expectType<Promise<SubmittedTask>>(steps.submit('order', chain.build()));
expectError(steps.submit('order', video().text('A cat')));
expectError(steps.submit(17, chain));

// A check has a result if it is done.
const checked = await steps.check('order');
expectType<CheckedTask>(checked);
if (checked.done) expectType<VideoResultWithLastFrame>(checked.result);
else expectType<number>(checked.checkAgainAfter);
expectError(checked.result);

expectType<Promise<string>>(steps.save('order', 'a.mp4', { overwrite: true }));
expectError(steps.settle('order', 'NO_SUCH_OUTCOME'));
