import { styleText } from 'node:util';
import type { Io, Output } from '../io.js';

/** Adds the colours of a terminal to a text. */
export interface Colors {
	/** An error. */
	red(text: string): string;

	/** A warning. */
	yellow(text: string): string;

	/** What is done. */
	green(text: string): string;

	/** A command to run. */
	bold(text: string): string;
}

/** The colours of an output: none for a pipe or a file, or if the environment refuses them. */
export function colorsFor(output: Output, env: Io['env']): Colors {
	const styled = (format: 'red' | 'yellow' | 'green' | 'bold') =>
		hasColors(output, env)
			? (text: string) => styleText(format, text, { validateStream: false })
			: (text: string) => text;
	return { red: styled('red'), yellow: styled('yellow'), green: styled('green'), bold: styled('bold') };
}

/** Whether an output gets colours. As in Node, `FORCE_COLOR` counts more than `NO_COLOR`. */
function hasColors({ isTTY = false }: Output, env: Io['env']): boolean {
	const { FORCE_COLOR: force, NO_COLOR: no } = env;
	if (force !== undefined) return force !== '0' && force !== 'false';
	return isTTY && !no && env['TERM'] !== 'dumb';
}
