import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { createClient } from '../../../client/index.js';
import type { VideoRequest } from '../../../request/types.js';
import { spec, type Ratio, type Resolution } from '../../../spec.js';
import { createEmulator } from '../../../testing/index.js';
import type { Context } from '../../context.js';
import { finishTask, saveResult, type JobFlags } from '../../finish/finish-task.js';
import { baseUrlOf } from '../../options/api-options.js';
import { examples } from '../../options/examples.js';
import { checkOut } from '../../options/output-options.js';
import { UsageError } from '../../usage-error.js';
import { submit } from '../generate/submit.js';
import { demoRequest } from './demo-request.js';

interface Flags {
	readonly live?: boolean;
	readonly resolution: Resolution;
	readonly ratio: Ratio;
	readonly out?: string;
}

/** What the demo requests without flags. */
const defaults = { resolution: '1080p', ratio: '16:9' } as const satisfies Partial<VideoRequest>;

/** Adds the command `demo`: the API page's multimodal request from the chain to the mp4, without a key and a network. */
export function addDemo(program: Command, context: Context): void {
	const command = program
		.command('demo')
		.summary('compose a request, submit it to an emulator, and save the mp4')
		.description(
			'Composes the API page’s multimodal request with the chain, prints its payload, submits it, waits, and saves the mp4. It needs ' +
				'no key and no network: it uses an emulator of the API, whose videos are one colour. The last line of the output is the path.',
		)
		.addOption(
			new Option('--resolution <tier>', 'the output tier').choices(spec.resolutions).default(defaults.resolution),
		)
		.addOption(new Option('--ratio <ratio>', 'the aspect ratio').choices(spec.ratios).default(defaults.ratio))
		.option(
			'--out <file>',
			'where to save the mp4; replaces an existing file (default: a new file in the folder for temporary files)',
		)
		.option('--live', 'submit to the real API, as a billed task, with the key in SEEDANCE_API_KEY');
	examples(command, ['demo', 'demo --resolution RESOLUTION --out demo.mp4']);
	command.action((flags: Flags) => context.act(demo(flags, context)));
}

async function demo({ live = false, resolution, ratio, out }: Flags, context: Context): Promise<void> {
	const { stdout, env } = context.io;
	const target = out === undefined ? undefined : await checkOut({ out, overwrite: true });
	if (live && !env['SEEDANCE_API_KEY']) {
		throw new UsageError('--live requires an API key: set SEEDANCE_API_KEY or remove --live');
	}
	const { source, request } = demoRequest(resolution, ratio);
	stdout.write(`// The chain\n${source}\n\n`);
	stdout.write(`// compiles to the body of POST ${spec.path}\n${JSON.stringify(request, null, '\t')}\n\n`);
	stdout.write(`// and is submitted to ${live ? spec.baseUrl : 'an emulator of the API: no key, no network'}\n`);

	const path = target ?? join(mkdtempSync(join(tmpdir(), 'seedance-')), 'demo.mp4');
	const flags: JobFlags = { out: path, overwrite: true };
	if (!live) return emulated(request, path, context);
	return finishTask(await submit(request, baseUrlOf({}), flags, context), path, flags, context);
}

async function emulated(request: VideoRequest, path: string, context: Context): Promise<void> {
	const { io, reporter } = context;
	const { fetch } = createEmulator({ queuedFor: 600, runningFor: 1_800 });
	const client = createClient({ apiKey: 'demo', fetch, polling: { interval: 150, maxInterval: 150 } });
	const result = await client.generate(request, {
		signal: io.signal,
		onSubmitted: ({ id }) => reporter.emit({ event: 'submitted', taskId: id }),
		onProgress: ({ taskId, status, progress }) => reporter.emit({ event: 'progress', taskId, status, progress }),
	});
	await saveResult(result, path, { overwrite: true }, context);
}
