import type { Command } from 'commander';
import { spec } from '../../spec.js';

/** Adds examples to the help of a command. `RESOLUTION` stands for one of the API's resolutions. */
export function examples(command: Command, commands: readonly string[]): void {
	const [, resolution] = spec.resolutions;
	const lines = commands.map((line) => `  npx seedance-builder ${line.replaceAll('RESOLUTION', resolution)}`);
	command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
