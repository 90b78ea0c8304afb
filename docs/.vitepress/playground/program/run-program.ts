import sandbox from 'virtual:playground/sandbox';
import { frameDocument } from './frame.js';
import type { ProgramResult, SandboxMessage } from './messages.js';

/**
 * Runs a program in a sandbox: a worker in a frame with an origin of its own, without network and storage.
 *
 * @param javascript The program as a CommonJS module.
 * @param signal Ends the program. The promise is then rejected with the signal's reason.
 */
export async function runProgram(javascript: string, signal: AbortSignal): Promise<ProgramResult> {
	signal.throwIfAborted();
	const frame = document.createElement('iframe');
	frame.hidden = true;
	frame.title = 'The sandbox of the program';
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.srcdoc = frameDocument;
	const lines: string[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	const ending = new AbortController();
	try {
		return await new Promise<ProgramResult>((resolve, reject) => {
			const stopAfter = (milliseconds: number, message: string): void => {
				clearTimeout(timer);
				timer = setTimeout(() => resolve({ type: 'stopped', message, issues: [], lines }), milliseconds);
			};
			const until = { signal: ending.signal };
			stopAfter(longestStart, notStarted);
			signal.addEventListener('abort', () => reject(signal.reason), until);
			frame.addEventListener('load', () => frame.contentWindow?.postMessage(textOf(javascript), '*'), until);
			globalThis.addEventListener(
				'message',
				({ source, data }: MessageEvent<SandboxMessage>) => {
					if (source !== frame.contentWindow) return;
					if (data.type === 'started') stopAfter(longestRun, tooLong);
					else if (data.type === 'line') lines.push(data.line);
					else resolve({ ...data, lines });
				},
				until,
			);
			document.body.append(frame);
		});
	} finally {
		clearTimeout(timer);
		ending.abort();
		frame.remove(); // This ends the worker, too.
	}
}

/** The text of the worker: the program stands in a function that is called with what it may import. */
function textOf(javascript: string): string {
	return `${sandbox}\nrunProgram(async (require, exports, module) => {\n${javascript}\n});\n`;
}

const longestStart = 10_000;
const longestRun = 2_000;
const tooLong = `the program did not end in ${longestRun / 1_000} seconds and was stopped: look for a loop without an end, or an await`;
const notStarted = 'the sandbox did not start: reload the page, or allow workers from blob: URLs in the browser';
