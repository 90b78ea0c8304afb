import type { Command } from 'commander';
import type { Context } from '../context.js';
import { finishTask, type JobFlags } from '../finish/finish-task.js';
import { addApiOptions, addWaitOptions, createCliClient } from '../options/api-options.js';
import { examples } from '../options/examples.js';
import { addJsonOption, addOutputOptions, checkOut } from '../options/output-options.js';
import { retryWarnings } from '../options/retry-warnings.js';
import { taskOf } from './task-of.js';

/** Adds the command `wait`: waits for a task and saves its video. */
export function addWait(program: Command, context: Context): void {
	const command = program
		.command('wait')
		.summary('wait for a task, and save the mp4')
		.description(
			'Waits for a task that exists, and saves its mp4. Nothing is submitted. The last line of the output is the path.',
		)
		.argument('<id>', 'the id of the task');
	addOutputOptions(command);
	addJsonOption(command);
	addWaitOptions(command);
	addApiOptions(command);
	examples(command, ['wait asyntask_00000001 --out dance.mp4']);
	command.action((id: string, flags: JobFlags) => context.act(wait(id, flags, context)));
}

async function wait(id: string, flags: JobFlags, context: Context): Promise<void> {
	const path = await checkOut(flags);
	const task = taskOf(await createCliClient(flags, context, { onResponse: retryWarnings(context) }), id);
	await finishTask(task, path, flags, context);
}
