import { stopCodes } from './io.js';

/** The exit codes of every command: in brief, for the help, and what each means, for the documentation. */
export const exitCodes = {
	done: { code: 0, brief: 'done', says: 'Done. `validate`: the request is valid. `lint`: there is no advice.' },
	failed: {
		code: 1,
		brief: 'failed; nothing is to be paid',
		says: 'Failed, and nothing is to be paid: the request is invalid, the API refused it or could not be reached, or the task failed, which the vendor refunds. `lint`: there is advice.',
	},
	usage: {
		code: 2,
		brief: 'the command line, a file or a setting can’t be used; nothing was sent',
		says: 'The command line, a file or a setting can’t be used. Nothing was sent.',
	},
	uncertain: {
		code: 3,
		brief: 'a task may exist and be billed: check before you try again',
		says: 'It is unknown whether the API accepted the request: a task may exist and be billed. Don’t run the command again before you have checked.',
	},
	unfinished: {
		code: 4,
		brief: 'the task exists, its video is not saved: run the printed command',
		says: 'The task exists, and its video is not saved: the time is over, the API refused a read, or the file can’t be written. The printed command finishes the job.',
	},
	hangup: {
		code: stopCodes.SIGHUP,
		brief: 'stopped: the terminal was closed',
		says: 'Stopped because the terminal was closed.',
	},
	interrupted: {
		code: stopCodes.SIGINT,
		brief: 'stopped by Ctrl-C',
		says: 'Stopped by Ctrl-C. If a task exists, the printed command finishes the job.',
	},
	terminated: {
		code: stopCodes.SIGTERM,
		brief: 'stopped by SIGTERM',
		says: 'Stopped by SIGTERM. Otherwise like Ctrl-C.',
	},
} as const;

/** The exit code of a command. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]['code'];
