import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client, type SubmittingEvent, type VideoResult } from '../../src/client/index.js';
import { saveVideo } from '../../src/node/index.js';
import type { VideoRequest } from '../../src/request/types.js';
import { planOf, type Plan } from './faults-plan.js';
import { randomOf, type Random } from './faults-random.js';
import type { FaultyServer, RunRecord } from './faults-server.js';
import { callbackOf, fetchOf } from './faults-surroundings.js';
import { sleep } from './faults-wire.js';

/** What came of one request. */
export interface Outcome {
	readonly index: number;

	/** Absent if the request succeeded. */
	readonly error?: unknown;
	readonly result?: VideoResult;

	/** The id that the client told, beside the one in `error`. */
	readonly taskId?: string | undefined;
}

/** What a program has seen of a run. */
interface Sight {
	readonly outcomes: Outcome[];
	readonly submitting: SubmittingEvent[];
	readonly submitted: { readonly index: number; readonly id: string }[];

	/** All else that reached the program: events, progress, snapshots. */
	readonly others: unknown[];
	readonly files: string[];
	abortedAt?: number;
	savedPath?: string;

	/** Whether the run reached its end. */
	isOver: boolean;
}

/** One run. */
export interface Run {
	readonly plan: Plan;
	readonly record: RunRecord;
	readonly sight: Sight;
	readonly folder: string;
}

/** Runs one plan, for `longest` milliseconds at most. */
export async function playRun(server: FaultyServer, seed: string, number: number, longest: number): Promise<Run> {
	const plan = planOf(randomOf(`${seed}/plan`));
	const { apiKey, requestTimeout: patience, abortAfter } = plan;
	const record = server.begin(number, { seed, apiKey, patience, isAborted: abortAfter !== undefined });
	const folder = await mkdtemp(join(tmpdir(), 'faults-'));
	const sight: Sight = { outcomes: [], submitting: [], submitted: [], others: [], files: [], isOver: false };
	const run = { plan, record, sight, folder };
	const play = playPlan(run, server, `${server.url}/run-${number}`).then(() => (sight.isOver = true));
	await Promise.race([play, sleep(longest)]);
	// What is still on its way may arrive, and must not.
	await sleep(20);
	sight.files.push(...(await readdir(folder)));
	return run;
}

/** Deletes the files of a run. */
export async function clear({ folder }: Run): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}

async function playPlan(run: Run, server: FaultyServer, url: string): Promise<void> {
	const { plan, record, sight } = run;
	const random = randomOf(`${record.seed}/play`);
	const { apiKey, requestTimeout, interval, deadline, includeBodies, hooks, abortAfter } = plan;
	const note = (event: unknown): void => void sight.others.push(event);
	const client = createClient({
		apiKey: random.chance(0.2) ? `Bearer ${apiKey}\n` : apiKey,
		baseUrl: plan.hasVersionInUrl ? `${url}/v1` : url,
		fetch: fetchOf(plan, server, record),
		requestTimeout,
		polling: { interval, maxInterval: interval * 2, deadline },
		includeBodies,
		onRequest: callbackOf(hooks, random, note),
		onResponse: callbackOf(hooks, random, note),
	});
	const controller = new AbortController();
	const abort = (): void => {
		sight.abortedAt = Date.now();
		controller.abort(random.pick([undefined, new Error('enough'), 'enough', null]));
	};
	if (abortAfter === 0) abort();
	else if (abortAfter !== undefined) setTimeout(abort, abortAfter);

	const requests = Array.from({ length: plan.count }, (_, index) => requestOf(index));
	if (plan.method === 'batch') await playBatch(run, client, requests, controller.signal, random);
	else await playOne(run, client, requests[0]!, controller.signal, random);
}

/** The options of a call. */
function optionsOf({ plan, sight }: Run, signal: AbortSignal, random: Random) {
	return {
		signal,
		...(plan.extra > 0 && { extraBody: { extra: 'x'.repeat(plan.extra) } }),
		onSubmitting: callbackOf(plan.onSubmitting, random, (event: SubmittingEvent) => void sight.submitting.push(event)),
		onSubmitted: callbackOf(plan.onSubmitted, random, ({ id }: { id: string }, index: number = 0) => {
			sight.submitted.push({ index, id });
		}),
		onProgress: callbackOf(plan.onProgress, random, (progress: unknown) => void sight.others.push(progress)),
	};
}

async function playOne(
	run: Run,
	client: Client,
	request: VideoRequest,
	signal: AbortSignal,
	random: Random,
): Promise<void> {
	const { plan, sight, folder } = run;
	const options = optionsOf(run, signal, random);
	let taskId: string | undefined;
	let result: VideoResult | undefined;
	try {
		if (plan.method === 'submit') {
			const task = await client.submit(request, options);
			taskId = task.id;
			sight.others.push(task, await task.status({ signal }));
			result = await task.wait({ signal, onProgress: options.onProgress });
		} else {
			result = await client.generate(request, options);
		}
		taskId = result.taskId;
		if (plan.method === 'save') {
			const path = join(folder, `${taskId}.mp4`);
			if (plan.overwrites) await writeFile(path, 'old');
			const { overwrites: overwrite, maxBytes } = plan;
			const onProgress = options.onProgress;
			sight.savedPath = await saveVideo(result, path, { signal, overwrite, maxBytes, deadline: 1_500, onProgress });
		}
		sight.outcomes.push({ index: 0, result, taskId });
	} catch (error) {
		sight.outcomes.push({ index: 0, error, taskId, ...(result && { result }) });
	}
}

async function playBatch(
	run: Run,
	client: Client,
	requests: readonly VideoRequest[],
	signal: AbortSignal,
	random: Random,
): Promise<void> {
	const { plan, sight } = run;
	const { concurrency, leaveAfter, isAsyncIterable } = plan;
	const all = client.generateAll(isAsyncIterable ? later(requests) : requests, {
		...optionsOf(run, signal, random),
		concurrency,
	});
	let seen = 0;
	for await (const { index, taskId, ...settled } of all) {
		if (settled.status === 'fulfilled') sight.outcomes.push({ index, taskId, result: settled.value });
		else sight.outcomes.push({ index, taskId, error: settled.reason });
		if (seen++ === leaveAfter) break;
	}
}

async function* later(requests: readonly VideoRequest[]): AsyncGenerator<VideoRequest> {
	for (const request of requests) {
		await sleep(1);
		yield request;
	}
}

function requestOf(index: number): VideoRequest {
	return {
		model: 'seedance-2.0-ultra',
		content: [{ type: 'text', text: `A cat plays the piano, request ${index}` }],
		resolution: '720p',
	};
}
