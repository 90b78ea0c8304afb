import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, createClient } from '../client/index.js';
import { saveVideo } from '../node/index.js';
import type { VideoRequest } from '../request/types.js';
import { type Ratio, type Resolution, spec } from '../spec.js';
import { createEmulator } from '../testing/index.js';
import { demoRequest } from './demo-request.js';
import type { Command, Io } from './io.js';
import { createProgress } from './progress.js';
import { choiceOf, orUsageError, UsageError } from './usage-error.js';

/** What the demo requests without flags. */
const defaults = { resolution: '1080p', ratio: '16:9' } as const satisfies Partial<VideoRequest>;

/** The command `demo`: runs the API page's multimodal request from the chain to the mp4, without a key and a network. */
export const demo: Command = {
	summary: 'compose a request, submit it to an emulator of the API, and save the mp4',

	help: `Usage: npx seedance-builder demo [flags]

Composes the API page's multimodal request with the chain, prints its payload, submits it, waits, and saves the mp4.
It needs no key and no network: it uses an emulator of the API, whose videos are one colour.
The last line of the output is the path of the mp4.

  --resolution <tier>  ${spec.resolutions.join(', ')} (default: ${defaults.resolution})
  --ratio <ratio>      ${spec.ratios.join(', ')} (default: ${defaults.ratio})
  --out <file>         where to save the mp4; replaces an existing file (default: a new file in ${tmpdir()})
  --live               submit to the real API, as a billed task, with the key in SEEDANCE_API_KEY
`,

	async run(args, io) {
		const { live, resolution, ratio, out } = readFlags(args);
		const client = live ? liveClient(io) : emulatedClient();
		const { source, request } = demoRequest(resolution, ratio);

		io.stdout.write(`// The chain\n${source}\n\n`);
		io.stdout.write(`// compiles to the body of POST ${spec.path}\n${JSON.stringify(request, null, '\t')}\n\n`);
		io.stdout.write(`// and is submitted to ${live ? spec.baseUrl : 'an emulator of the API: no key, no network'}\n`);

		io.stdout.write(`${await generate(client, request, out, io)}\n`);
	},
};

/** Generates the video and saves it. Resolves with the path of the mp4. */
async function generate(client: Client, request: VideoRequest, out: string | undefined, io: Io): Promise<string> {
	const { signal, stderr } = io;
	const progress = createProgress(stderr);
	try {
		const result = await client.generate(request, {
			signal,
			onSubmitted: ({ id }) => progress.show(`task ${id}: submitted`),
			onProgress: ({ taskId, status, progress: fraction }) =>
				progress.show(`task ${taskId}: ${status}, ${Math.round(fraction * 100)} %`),
		});
		progress.show(`task ${result.taskId}: saving`);
		const path = out ?? join(mkdtempSync(join(tmpdir(), 'seedance-')), 'demo.mp4');
		return await saveVideo(result, path, { signal, overwrite: true });
	} finally {
		progress.end();
	}
}

interface Flags {
	readonly live: boolean;
	readonly resolution: Resolution;
	readonly ratio: Ratio;
	readonly out: string | undefined;
}

/** @throws {UsageError} If a flag or its value is invalid. Everything is checked before a video is billed. */
function readFlags(args: readonly string[]): Flags {
	const { values } = orUsageError(() =>
		parseArgs({
			args: [...args],
			options: {
				live: { type: 'boolean', default: false },
				resolution: { type: 'string', default: defaults.resolution },
				ratio: { type: 'string', default: defaults.ratio },
				out: { type: 'string' },
			},
		}),
	);
	return {
		live: values.live,
		resolution: choiceOf('--resolution', values.resolution, spec.resolutions),
		ratio: choiceOf('--ratio', values.ratio, spec.ratios),
		out: values.out === undefined ? undefined : checkedTarget(resolve(values.out)),
	};
}

function checkedTarget(path: string): string {
	if (!existsSync(dirname(path)))
		throw new UsageError(`--out ${path}: the directory ${dirname(path)} does not exist; create it first`);
	if (existsSync(path) && !statSync(path).isFile())
		throw new UsageError(`--out ${path} is not a file; pass the path of a file`);
	return path;
}

/** @throws {UsageError} If the API key is missing. */
function liveClient({ env, fetch }: Io): Client {
	const apiKey = env['SEEDANCE_API_KEY'];
	if (!apiKey) throw new UsageError('--live requires an API key: set SEEDANCE_API_KEY or remove --live');
	return createClient({ apiKey, fetch });
}

function emulatedClient(): Client {
	const { fetch } = createEmulator({ queuedFor: 600, runningFor: 1_800 });
	return createClient({ apiKey: 'demo', fetch, polling: { interval: 150, maxInterval: 150 } });
}
