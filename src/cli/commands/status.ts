import type { Command } from 'commander';
import type { TaskSnapshot, VideoResultWithLastFrame } from '../../client/index.js';
import type { Context } from '../context.js';
import { addApiOptions, createCliClient, type ApiFlags } from '../options/api-options.js';
import { examples } from '../options/examples.js';
import { addJsonOption } from '../options/output-options.js';
import { printable } from '../output/printable.js';
import { progressText } from '../output/text-reporter.js';
import { taskOf } from './task-of.js';

/** Adds the command `status`: reads a task once. */
export function addStatus(program: Command, context: Context): void {
	const command = program
		.command('status')
		.summary('read a task once')
		.description('Reads a task once, and prints its status. A task that failed is no error of the command.')
		.argument('<id>', 'the id of the task');
	addJsonOption(command);
	addApiOptions(command);
	examples(command, ['status asyntask_00000001', 'status asyntask_00000001 --json | jq -r .videoUrl']);
	command.action((id: string, flags: ApiFlags) => context.act(status(id, flags, context)));
}

async function status(id: string, flags: ApiFlags, context: Context): Promise<void> {
	const client = await createCliClient(flags, context);
	const snapshot = await taskOf(client, id).status({ signal: context.io.signal });
	const { taskId, status, rawStatus, progress, failure } = snapshot;
	const { raw: _, ...result } = snapshot.result ?? { raw: undefined };
	context.reporter.result(
		{ taskId, status, rawStatus, progress, ...result, ...(failure && { failure }) },
		textOf(snapshot),
	);
}

function textOf(snapshot: TaskSnapshot<VideoResultWithLastFrame>): string {
	const { result, failure } = snapshot;
	const lines = [progressText(snapshot)];
	if (failure !== undefined)
		lines.push(`reason: ${failure.code === undefined ? '' : `${failure.code}: `}${failure.reason}`);
	if (result !== undefined) {
		lines.push(`video: ${result.videoUrl}`, `valid until: ${result.expiresAt}`);
		if (result.lastFrameUrl !== undefined) lines.push(`last frame: ${result.lastFrameUrl}`);
	}
	return printable(lines.join('\n'));
}
