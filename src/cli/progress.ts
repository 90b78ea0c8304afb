import type { Output } from './io.js';

/** Shows the progress of a command. */
export interface Progress {
	/** Shows a status, unless it is the last one shown. */
	show(text: string): void;

	/** Ends the last line, so that later output starts on a new one. */
	end(): void;
}

/** Creates a progress display: one rewritten line on a terminal, otherwise one line for each change. */
export function createProgress(output: Output): Progress {
	let shown: string | undefined;
	return {
		show(text) {
			if (text === shown) return;
			shown = text;
			output.write(output.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
		},
		end() {
			if (output.isTTY && shown !== undefined) output.write('\n');
		},
	};
}
