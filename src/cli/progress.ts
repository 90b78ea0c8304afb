import type { Output } from './io.js';

/** Tells what goes on. */
export interface Progress {
	/** Shows what is now, unless that is what was shown last. */
	show(text: string): void;

	/** Leaves the last line as it stands; what follows begins a new one. */
	end(): void;
}

/** Begins to tell what goes on: to a terminal in one line that is rewritten, elsewhere in a line for each change. */
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
