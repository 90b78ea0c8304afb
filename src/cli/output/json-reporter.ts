import type { Output } from '../io.js';
import type { Reporter } from './reporter.js';

/** Writes each event as a line of JSON. Results and failures are events, too: `result` and `error`. */
export function createJsonReporter(stdout: Output): Reporter {
	const write = (line: object): void => void stdout.write(`${JSON.stringify(line)}\n`);
	let reported = -1;
	return {
		emit(event) {
			if (event.event === 'download') {
				const tenth = event.total === undefined ? 0 : Math.floor((event.bytes / event.total) * 10);
				if (tenth === reported) return;
				reported = tenth;
			}
			write(event);
		},
		result: (fields) => write({ event: 'result', ...fields }),
		fail: ({ details, ...failure }) => write({ event: 'error', ...failure, ...details }),
		end() {},
	};
}
