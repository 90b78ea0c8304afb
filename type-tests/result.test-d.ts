import { expectAssignable, expectError, expectType } from 'tsd';
import {
	createClient,
	video,
	type Task,
	type TaskFailure,
	type VideoRequest,
	type VideoResult,
	type VideoResultWithLastFrame,
} from 'seedance-builder';

const client = createClient({ apiKey: 'key' });
const chain = video().text('A cat').resolution('720p');
declare const payload: VideoRequest;
declare const flag: boolean;

// A last frame is there by type only where it was asked for.
expectType<VideoResult>(await client.generate(chain));
expectType<VideoResult>(await client.generate(chain.build()));
expectType<VideoResult>(await client.generate(chain.returnLastFrame(false)));
expectType<VideoResult>(await client.generate(chain.returnLastFrame().returnLastFrame(undefined)));
expectError((await client.generate(chain)).lastFrameUrl);
expectType<string | undefined>((await client.generate(chain.returnLastFrame())).lastFrameUrl);
expectType<VideoResultWithLastFrame>(await client.generate(chain.returnLastFrame().build()));

// Where only the run time knows, it may be there.
expectType<VideoResultWithLastFrame>(await client.generate(chain.returnLastFrame(flag)));
expectType<VideoResultWithLastFrame>(await client.generate(payload));
expectType<VideoResultWithLastFrame>(await client.task('task-1').wait());

// A task tells the same.
expectType<Task>(await client.submit(chain));
expectType<VideoResultWithLastFrame>(await (await client.submit(chain.returnLastFrame())).wait());
expectType<VideoResultWithLastFrame | undefined>((await client.task('task-1').status()).result);
expectAssignable<Task>(await client.submit(chain.returnLastFrame()));

// And so does one of many.
for await (const settled of client.generateAll([chain])) {
	if (settled.status === 'fulfilled') expectType<VideoResult>(settled.value);
}
for await (const settled of client.generateAll([chain.returnLastFrame()])) {
	if (settled.status === 'fulfilled') expectType<VideoResultWithLastFrame>(settled.value);
}

// A chain that isn't finished is no request.
expectError(client.generate(video().text('A cat')));
expectError(client.submit(video()));

// A helper may be generic in its request, and a request may be written as JSON.
const drafted = <Request extends VideoRequest>(request: Request) => client.generate(request);
expectType<VideoResult>(await drafted(chain.build()));
expectType<VideoResult>(
	await client.generate({
		model: 'seedance-2.0-ultra',
		content: [{ type: 'text', text: 'A cat' }],
		resolution: '720p',
	}),
);
client.generateAll(new Set([payload, chain, chain.ratio('1:1')]));

// The status of a snapshot tells which of `result` and `failure` it has.
const snapshot = await client.task('task-1').status();
if (snapshot.status === 'succeeded') {
	expectType<VideoResultWithLastFrame>(snapshot.result);
	expectType<undefined>(snapshot.failure);
} else if (snapshot.status === 'failed' || snapshot.status === 'expired' || snapshot.status === 'cancelled') {
	expectType<TaskFailure>(snapshot.failure);
} else {
	expectType<'queued' | 'running' | 'unknown'>(snapshot.status);
	expectType<undefined>(snapshot.result);
}
