import type { Output } from '../io.js';

/** The last line of a terminal, which is written again and again. */
export interface LiveLine {
	/** Shows the text of `draw`, now and once a second, so that a clock in it runs. */
	show(draw: () => string): void;

	/** Writes a text above the line. */
	above(text: string): void;

	/** Removes the line, so that other output can follow. */
	clear(): void;
}

/** Creates a live line. It never wraps: it is cut to the width that the terminal has when it is drawn. */
export function createLiveLine(output: Output): LiveLine {
	let draw: (() => string) | undefined;
	let timer: ReturnType<typeof setInterval> | undefined;
	let isShown = false;

	function redraw(): void {
		if (draw === undefined) return;
		// A terminal of unknown width reports 0.
		const columns = output.columns || usualColumns;
		output.write(`${clearLine}${draw().slice(0, columns - 1)}`);
		isShown = true;
	}

	function erase(): void {
		if (isShown) output.write(clearLine);
		isShown = false;
	}

	return {
		show(next) {
			draw = next;
			timer ??= setInterval(redraw, 1_000);
			timer.unref();
			redraw();
		},
		above(text) {
			erase();
			output.write(text);
			redraw();
		},
		clear() {
			clearInterval(timer);
			timer = undefined;
			draw = undefined;
			erase();
		},
	};
}

/** Moves the cursor to the beginning of the line and erases the line. */
const clearLine = '\r\x1b[K';

const usualColumns = 80;
