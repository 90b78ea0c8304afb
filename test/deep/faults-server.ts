import type { Socket } from 'node:net';
import { accepted, createAnswer, type Answer } from './faults-answers.js';
import { hasVisibleId, mayBeRepeated, type CreateRecord } from './faults-oracle.js';
import { randomOf, type Random } from './faults-random.js';
import { readAnswer, unknownTaskAnswer } from './faults-reads.js';
import { listen, type SocketServer, type WireRequest } from './faults-socket.js';
import { videoAnswer, videoOf, type Video } from './faults-video.js';
import { deliver, deliveredBy, deliveryOf, sleep, whole } from './faults-wire.js';

/** What the server knows of a run. */
export interface RunRecord {
	readonly seed: string;
	readonly apiKey: string;
	readonly patience: number;
	readonly isAborted: boolean;
	readonly creates: CreateRecord[];
	readonly tasks: Map<string, TaskRecord>;
	readonly video: Video;

	/** The calls that go well in this run, so that others are reached. */
	readonly calm: ReadonlySet<string>;

	/** What went wrong, as far as the server can tell. */
	readonly problems: string[];
}

/** A task that an answer to a create named. */
interface TaskRecord {
	readonly index: number;
	readonly ending: 'succeeded' | 'failed';
	reads: number;
	downloads: number;

	/** Whether an answer to a read said that it failed. */
	isFailureTold: boolean;
	readonly urls: Set<string>;
}

/** A server of an API that breaks in every way. */
export interface FaultyServer extends SocketServer {
	/** Starts the record of a run. Its base URL has the run's number as its path. */
	begin(run: number, facts: Pick<RunRecord, 'seed' | 'apiKey' | 'patience' | 'isAborted'>): RunRecord;
}

/** Starts the server. */
export async function startFaultyServer(): Promise<FaultyServer> {
	const runs = new Map<string, RunRecord>();
	const server: SocketServer = await listen((request, socket) => {
		const [, run = '', ...path] = request.path.split('/');
		const record = runs.get(run);
		if (record === undefined) socket.destroy();
		else if (path[0] === 'video') void download(record, path[1]!, request, socket);
		else if (request.method === 'POST') void create(record, request, socket);
		else void read(record, decodeURIComponent(path[3]!), `${server.url}/${run}`, socket);
	});
	return {
		...server,
		begin(run, facts) {
			const random = randomOf(`${facts.seed}/video`);
			const calm = new Set(['create', 'read', 'download'].filter(() => random.chance(0.4)));
			const video = videoOf(random);
			const record = { ...facts, creates: [], tasks: new Map<string, TaskRecord>(), video, calm, problems: [] };
			runs.set(`run-${run}`, record);
			return record;
		},
	};
}

async function create(run: RunRecord, request: WireRequest, socket: Socket): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
	while (!/request \d+/.test(request.body)) {
		if (socket.destroyed) return;
		await Promise.race([request.whole, sleep(1)]);
	}
	const index = Number(/request (\d+)/.exec(request.body)![1]);
	const before = run.creates.filter((other) => other.index === index);
	const last = before.at(-1);
	if (last && !mayBeRepeated(last)) run.problems.push(`request ${index} was sent again after ${describe(last)}`);
	const record: CreateRecord = { index, isSent: false, isHidden: false };
	run.creates.push(record);

	const random = randomOf(`${run.seed}/create/${index}/${before.length}`);
	const isCalm = run.calm.has('create');
	if (!isCalm && random.chance(0.04)) return void socket.resetAndDestroy();
	await request.whole;
	if (!isCalm && (await fail(random, socket))) return;
	const id = random.chance(0.2)
		? `9${run.seed.replaceAll(/\D/g, '').slice(-8)}${index}${before.length}`
		: `task-${index}-${before.length}`;
	const answer = (isCalm ? accepted : createAnswer)({ random, apiKey: run.apiKey, id, isAborted: run.isAborted });
	record.answer = answer;
	if (answer.task) addTask(run, random, id, index);
	await send(run, isCalm, random, socket, answer, record);
}

function addTask(run: RunRecord, random: Random, id: string, index: number): void {
	const ending = random.chance(0.75) ? 'succeeded' : 'failed';
	run.tasks.set(id, { index, ending, reads: 0, downloads: 0, isFailureTold: false, urls: new Set() });
}

async function read(run: RunRecord, id: string, base: string, socket: Socket): Promise<void> {
	const task = run.tasks.get(id);
	const { apiKey, isAborted } = run;
	const random = randomOf(`${run.seed}/read/${id}/${task?.reads}`);
	const isCalm = run.calm.has('read');
	if (!isCalm && (await fail(random, socket))) return;
	if (!task) return send(run, isCalm, random, socket, unknownTaskAnswer({ random, apiKey, id, isAborted }));
	const { ending, reads } = task;
	const videoUrl = `${base}/video/${encodeURIComponent(id)}?read=${random.pick([1, reads])}`;
	const answer = readAnswer({ random, apiKey, id, isAborted, isCalm, ending, reads, videoUrl });
	task.reads += 1;
	if (answer.says === 'failed') task.isFailureTold = true;
	if (answer.videoUrl) task.urls.add(answer.videoUrl);
	await send(run, isCalm, random, socket, answer);
}

async function download(run: RunRecord, path: string, request: WireRequest, socket: Socket): Promise<void> {
	const task = run.tasks.get(decodeURIComponent(path.split('?')[0]!));
	if (request.headers.has('authorization')) run.problems.push('a download has the header Authorization');
	if (task === undefined) return void socket.destroy();
	task.downloads += 1;
	const random = randomOf(`${run.seed}/download/${path}/${task.downloads}`);
	const isCalm = run.calm.has('download');
	if (!isCalm && (await fail(random, socket))) return;
	const answer = videoAnswer(random, { ...run.video, isCalm }, request, request.path, task.downloads);
	await send(run, isCalm, random, socket, answer);
}

/** Answers nothing, or nothing that is HTTP, now and then. */
async function fail(random: Random, socket: Socket): Promise<boolean> {
	const failure = random.weighted<(() => unknown) | undefined>([
		[88, undefined],
		[3, () => socket.resetAndDestroy()],
		[2, () => socket.end()],
		[2, () => undefined],
		[1, () => socket.end('HTTP/1.1 999 What\r\ncontent-length: 2\r\n\r\n{}')],
		[1, () => socket.end('no HTTP at all\r\n\r\n')],
		[1, () => socket.end('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')],
		[1, () => socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`)],
	]);
	if (failure === undefined) return false;
	await sleep(random.pick([0, 0, 5, 30]));
	failure();
	return true;
}

async function send(
	run: RunRecord,
	isCalm: boolean,
	random: Random,
	socket: Socket,
	answer: Answer,
	create?: CreateRecord,
): Promise<void> {
	// An answer without a body can't be cut.
	const isEmpty = answer.status === 204 || answer.status === 304;
	const content = isEmpty ? { ...answer, body: Buffer.alloc(0) } : answer;
	const delivery = isCalm ? whole : deliveryOf(random, content.body.byteLength, run.patience);
	if (create) create.delivered = deliveredBy(delivery, content.body.byteLength);
	const isSent = await deliver(socket, content, delivery, (bytes) => {
		if (!create || !hasVisibleId(create) || bytes < answer.task!.end) return;
		create.idArrivedAt ??= Date.now();
	});
	if (create) create.isSent = isSent;
}

/** A create in one line. */
export function describe({ answer, delivered, isSent, isHidden, idArrivedAt }: CreateRecord): string {
	if (answer === undefined) return 'no answer';
	const body = answer.body.subarray(0, 300).toString();
	const facts = { ...delivered, length: answer.body.byteLength, isSent, isHidden, idArrivedAt };
	return `HTTP ${answer.status} ${JSON.stringify(body)} ${JSON.stringify(facts)}`;
}
