import type { Command } from 'commander';
import { TaskFailedError } from '../../errors/index.js';
import type { Context } from '../context.js';
import { orUnfinished, saveResult, type JobFlags } from '../finish/finish-task.js';
import { NotReadyError } from '../finish/not-ready-error.js';
import { addApiOptions, createCliClient } from '../options/api-options.js';
import { examples } from '../options/examples.js';
import { addJsonOption, addOutputOptions, checkOut } from '../options/output-options.js';
import { taskOf } from './task-of.js';

/** Adds the command `download`: saves the video of a task that has succeeded, without waiting. */
export function addDownload(program: Command, context: Context): void {
	const command = program
		.command('download')
		.summary('save the mp4 of a task that has succeeded')
		.description(
			'Saves the mp4 of a task that has succeeded. It does not wait: the exit code is 4 if the task has not ended.',
		)
		.argument('<id>', 'the id of the task');
	addOutputOptions(command);
	addJsonOption(command);
	addApiOptions(command);
	examples(command, ['download asyntask_00000001 --out dance.mp4']);
	command.action((id: string, flags: JobFlags) => context.act(download(id, flags, context)));
}

async function download(id: string, flags: JobFlags, context: Context): Promise<void> {
	const path = await checkOut(flags);
	const task = taskOf(await createCliClient(flags, context), id);
	await orUnfinished(task.id, flags, async () => {
		const { status, result, failure } = await task.status({ signal: context.io.signal });
		if (failure !== undefined) throw new TaskFailedError(task.id, failure);
		if (result === undefined) throw new NotReadyError(task.id, status);
		await saveResult(result, path, flags, context);
	});
}
