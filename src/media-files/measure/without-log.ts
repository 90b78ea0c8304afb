import type { Logging } from 'mediabunny';

/** Runs `work` while mediabunny prints nothing: it warns of what it doesn't know in a file, and its log is the caller's own. */
export async function withoutLog<Result>(
	logging: Pick<typeof Logging, 'level'>,
	work: () => Promise<Result>,
): Promise<Result> {
	if (running === 0) {
		before = logging.level;
		logging.level = 0;
	}
	running += 1;
	try {
		return await work();
	} finally {
		running -= 1;
		if (running === 0) logging.level = before;
	}
}

let running = 0;
let before = 0;
