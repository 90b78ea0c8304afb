import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createClient, type Client, type ClientOptions } from '../../../src/client/index.js';
import { SeedanceError } from '../../../src/errors/index.js';
import { apiKey, request } from '../fake-api.js';
import { file, json, succeeded, video, type Answer } from './answers.js';

/** The sorts of calls that the server counts. */
type Sort = 'create' | 'read' | 'video';

/** What a row may use. */
export interface World {
	readonly client: Client;
	readonly url: string;
	readonly counts: Readonly<Record<Sort, number>>;

	/** The bodies of the creates, in order. */
	readonly bodies: readonly string[];
}

/** One case: what the server answers, what is done, and what must come of it. */
export interface Row {
	/** The answers to each sort of call. Of a list, the last one is repeated. */
	readonly create?: Answer | readonly Answer[];
	readonly read?: Answer | readonly Answer[];
	readonly video?: Answer | readonly Answer[];

	/** Options of the client. Its `fetch` is given the platform's. */
	readonly options?: ClientOptions;

	/** What is done with the client. @default what the suite does */
	readonly run?: (world: World) => Promise<unknown>;

	/** `created`, `saved` or what else is reached without an error, or the name of the error. */
	readonly outcome: string;

	/** How many POSTs the server gets: a number, or the least and the most. */
	readonly creates: number | readonly [least: number, most: number];

	/** How many reads it gets; `many` for more than one. @default 0 */
	readonly reads?: number | 'many';

	/** How many downloads it gets. @default not compared */
	readonly videos?: number;

	/** The task's id, in the error or in what was reached. @default none */
	readonly taskId?: string;

	/** What the error's message says. */
	readonly says?: string;

	/** What else the error or the outcome has. */
	readonly facts?: object;

	/** Looks at what has come of it. */
	readonly check?: (outcome: unknown, world: World) => unknown;
}

/** Makes a test of each row, and prints them as a table. */
export function suite(
	name: string,
	success: string,
	run: (world: World) => Promise<unknown>,
	rows: Readonly<Record<string, Row>>,
): void {
	const printed: string[][] = [[name, 'creates', 'reads', 'outcome', 'taskId']];
	test.each(Object.entries(rows))('%s', async (title, row) => {
		const world = await start(row);
		const outcome = await (row.run ?? run)(world)
			.catch((error: unknown) => ({ error }))
			.finally(() => world.stop());
		const { error } = (outcome ?? {}) as { error?: Partial<SeedanceError> & { taskId?: string } };
		const { creates: posts, keys } = { creates: world.counts.create, keys: world.keys };
		const taskId = error?.taskId ?? idOf(outcome);
		const seen = error === undefined ? success : String(error.name);
		printed.push([title, String(posts), String(world.counts.read), seen, taskId ?? '']);

		expect(error === undefined || error instanceof SeedanceError ? 'of the library' : error).toBe('of the library');
		expect(error?.message ?? '').toContain(row.says ?? '');
		expect({
			outcome: seen,
			taskId,
			creates: typeof row.creates === 'number' ? posts : within(posts, row.creates),
			reads: row.reads === 'many' && world.counts.read > 1 ? 'many' : world.counts.read,
			...(row.videos !== undefined && { videos: world.counts.video }),
			showsKey: textOf(outcome).includes(apiKey) || keys.has('video'),
		}).toEqual({
			outcome: row.outcome,
			taskId: row.taskId,
			creates: row.creates,
			reads: row.reads ?? 0,
			...(row.videos !== undefined && { videos: row.videos }),
			showsKey: false,
		});
		expect(error ?? outcome ?? {}).toMatchObject(row.facts ?? {});
		await row.check?.(error ?? outcome, world);
	});
	afterAll(() => print(printed));
}

/** Starts a server that answers as a row says, and makes a client of it. */
async function start(row: Pick<Row, Sort | 'options'>) {
	const counts = { create: 0, read: 0, video: 0 };
	const bodies: string[] = [];
	const keys = new Set<Sort>();
	const defaults = { create: json(200, { task_id: 'task-1' }), read: succeeded(), video: file(video) };
	let url = '';
	const server = createServer((incoming, response) => {
		const parts: Buffer[] = [];
		incoming.on('data', (part: Buffer) => parts.push(part));
		incoming.on('end', () => {
			const sort = incoming.method === 'POST' ? 'create' : incoming.url?.startsWith('/v1/') ? 'read' : 'video';
			const body = Buffer.concat(parts).toString();
			if (incoming.headers.authorization !== undefined) keys.add(sort);
			if (sort === 'create') bodies.push(body);
			counts[sort] += 1;
			const answers = [row[sort] ?? defaults[sort]].flat();
			void answers[Math.min(counts[sort], answers.length) - 1]!({ incoming, response, body, url });
		});
	});
	url = await listen(server);
	const client = createClient({
		apiKey,
		baseUrl: url,
		requestTimeout: 5_000,
		...row.options,
		polling: { interval: 1, maxInterval: 2, deadline: 3_000, ...row.options?.polling },
	});
	return { client, url, counts, bodies, keys, stop: () => close(server) };
}

/** Listens on the loopback interface, and returns the address. */
export async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

/** All that can be printed of a value. */
function textOf(value: unknown): string {
	const error = (value as { error?: Error } | undefined)?.error ?? value;
	return [
		inspect(error, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
		JSON.stringify(error),
		(error as Error | undefined)?.stack,
	].join('\n');
}

/** A request whose prompt is its own. */
export function requestFor(prompt: string): typeof request {
	return { ...request, content: [{ type: 'text', text: prompt }] };
}

function within(count: number, range: readonly [least: number, most: number]): unknown {
	return count >= range[0] && count <= range[1] ? range : count;
}

function idOf(outcome: unknown): string | undefined {
	const { id, taskId } = (outcome ?? {}) as { id?: string; taskId?: string };
	return id ?? taskId;
}

function print(rows: readonly (readonly string[])[]): void {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column]!))
			.join(' | ')
			.trimEnd(),
	);
	process.stdout.write(`\n${lines.join('\n')}\n`);
}
