import type { Io } from '../io.js';
import { bar, clockTime, megabytes } from './bar.js';
import { colorsFor } from './colors.js';
import type { CliEvent, DownloadEvent, ProgressEvent, RequestEvent } from './events.js';
import { createLiveLine } from './live-line.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';

/** Writes events as lines of the standard error. On a terminal, the progress is one live line with a bar. */
export function createTextReporter({ stdout, stderr, env }: Io): Reporter {
	const isLive = stderr.isTTY === true && env['TERM'] !== 'dumb';
	const live = createLiveLine(stderr);
	const colors = colorsFor(stderr, env);
	let began = Date.now();
	let shown: string | undefined;

	function elapsed(): string {
		return clockTime(Date.now() - began);
	}

	function line(text: string): void {
		live.above(`${text}\n`);
	}

	/** Writes a line, unless it is the last one that was written. */
	function change(text: string): void {
		if (text !== shown) line(text);
		shown = text;
	}

	function progress(event: ProgressEvent): void {
		if (!isLive) return change(printable(progressText(event)));
		return live.show(() => `${event.status.padEnd(9)} ${bar(event.progress)}  ${elapsed()}`);
	}

	function download(event: DownloadEvent): void {
		if (isLive) live.show(() => downloadText(event));
		else change(printable(`task ${event.taskId}: saving`));
	}

	const emitters: { readonly [Name in CliEvent['event']]: (event: Extract<CliEvent, { event: Name }>) => void } = {
		request(event) {
			line(requestText(event));
			// Megabytes of base64 take a while.
			if (isLive) live.show(() => `submitting ${elapsed()}`);
		},
		warning: ({ message }) => line(`${colors.yellow('warning:')} ${printable(message)}`),
		submitted({ taskId }) {
			live.clear();
			line(printable(`task ${taskId}: submitted`));
			began = Date.now();
		},
		progress,
		download,
		'last-frame': ({ url }) => line(printable(`last frame: ${url}`)),
	};

	return {
		emit: (event) => (emitters[event.event] as (event: CliEvent) => void)(event),
		result(_, text) {
			live.clear();
			stdout.write(`${text}\n`);
		},
		fail({ message, command }) {
			live.clear();
			line(`${colors.red('seedance:')} ${printable(message)}`);
			if (command !== undefined) stderr.write(`\n  ${colors.bold(printable(command))}\n`);
		},
		end: () => live.clear(),
	};
}

function requestText({ host, mode, resolution, ratio, seconds, tokens }: RequestEvent): string {
	const estimate = tokens === undefined ? '' : `, about ${tokens.toLocaleString('en-US')} tokens`;
	return `to ${host}: ${mode}, ${resolution}, ${ratio}, ${seconds} s${estimate}`;
}

/** Writes the status of a task as a line: `task asyntask_00000001: running, 50 %`. */
export function progressText({ taskId, status, progress }: Omit<ProgressEvent, 'event'>): string {
	return `task ${taskId}: ${status}, ${Math.round(progress * 100)} %`;
}

function downloadText({ bytes, total }: DownloadEvent): string {
	if (total === undefined) return `saving    ${megabytes(bytes)} MB`;
	return `saving    ${bar(bytes / total)}  ${megabytes(bytes)} of ${megabytes(total)} MB`;
}
