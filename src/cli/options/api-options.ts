import { stat } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { createClient, type Client, type ClientOptions } from '../../client/index.js';
import { pollingDefaults } from '../../client/options.js';
import { isConfigurationError } from '../../errors/index.js';
import { checkedBaseUrl } from '../../request/base-url.js';
import { spec } from '../../spec.js';
import type { Context } from '../context.js';
import { readText } from '../input/read-text.js';
import { UsageError } from '../usage-error.js';
import { collect } from './collect.js';

/** The flags of a command that calls the API. */
export interface ApiFlags {
	readonly baseUrl?: string;
	readonly allowInsecure?: readonly string[];
	readonly keyFile?: string;
}

/** The flags of a command that waits for a task. Times are in seconds. */
export interface WaitFlags {
	readonly interval?: number;
	readonly deadline?: number;
}

/** Adds the flags that say where the API is. */
export function addBaseUrlOptions(command: Command): Command {
	return command
		.optionsGroup('API:')
		.option('--base-url <url>', `the URL of the API (default: ${spec.baseUrl})`)
		.option(
			'--allow-insecure <origin>',
			'an http: origin outside this machine that the key may be sent to, without encryption (repeatable)',
			collect,
		);
}

/** Adds the flags of a command that calls the API. */
export function addApiOptions(command: Command): Command {
	return addBaseUrlOptions(command).option(
		'--key-file <file>',
		'read the API key from a file, instead of the environment’s SEEDANCE_API_KEY',
	);
}

/** Adds the flags of a command that waits for a task. */
export function addWaitOptions(command: Command): Command {
	const { interval, deadline } = pollingDefaults;
	return command
		.optionsGroup('Waiting:')
		.option(
			'--interval <seconds>',
			`the shortest pause between two reads of the task (default: ${interval / 1_000})`,
			seconds,
		)
		.option('--deadline <seconds>', `how long to wait for the task (default: ${deadline / 1_000})`, seconds);
}

/**
 * Checks the URL of the API.
 *
 * @throws {UsageError} If the key can't be sent there safely. The message names the flags.
 */
export function baseUrlOf({ baseUrl, allowInsecure }: ApiFlags): URL {
	return asUsage(() => checkedBaseUrl(baseUrl, allowInsecure));
}

/**
 * Creates the client of a command.
 *
 * @throws {UsageError} If there is no key, or a flag can't be used. The message names the flag, and never the key.
 */
export async function createCliClient(
	{ baseUrl, allowInsecure, keyFile, interval }: ApiFlags & WaitFlags,
	context: Context,
	hooks: Pick<ClientOptions, 'onResponse'> = {},
): Promise<Client> {
	const apiKey = keyFile === undefined ? environmentKey(context) : await readKeyFile(keyFile, context);
	const polling = interval === undefined ? undefined : { interval: interval * 1_000 };
	return asUsage(() => createClient({ apiKey, baseUrl, allowInsecure, fetch: context.io.fetch, polling, ...hooks }));
}

/** The words of a shell command for flags that were given: `--base-url https://api.example`. */
export function apiWords({ baseUrl, allowInsecure = [], keyFile, interval }: ApiFlags & WaitFlags): readonly string[] {
	return [
		...(baseUrl === undefined ? [] : ['--base-url', baseUrl]),
		...allowInsecure.flatMap((origin) => ['--allow-insecure', origin]),
		...(keyFile === undefined ? [] : ['--key-file', keyFile]),
		...(interval === undefined ? [] : ['--interval', String(interval)]),
	];
}

function environmentKey({ io: { env } }: Context): string {
	const key = env['SEEDANCE_API_KEY'];
	if (key?.trim()) return key;
	throw new UsageError('there is no API key: set SEEDANCE_API_KEY in the environment, or pass --key-file <file>');
}

async function readKeyFile(file: string, context: Context): Promise<string> {
	const { text } = await readText(file, context);
	const key = text.trim();
	if (key === '') throw new UsageError(`--key-file ${file} is empty: write the API key into it`);
	if (/^(?:export\s+)?[A-Za-z_]+=./.test(key)) {
		throw new UsageError(`--key-file ${file} has a name and a =: write the key alone into it`);
	}
	if (file !== '-' && (await isReadableByOthers(file))) {
		const message = `other users of this machine can read ${file}: run chmod 600 on it`;
		context.reporter.emit({ event: 'warning', message });
	}
	return key;
}

/** Whether other users may read a file. Windows has no such mode. */
async function isReadableByOthers(file: string): Promise<boolean> {
	const { mode } = await stat(file);
	return process.platform !== 'win32' && (mode & 0o077) !== 0;
}

/** Runs `work`, and names the flag in the place of the option that a `ConfigurationError` is about. */
function asUsage<Result>(work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		if (!isConfigurationError(error)) throw error;
		throw new UsageError(flags.reduce((message, [option, flag]) => message.replace(option, flag), error.message));
	}
}

const flags = [
	['baseUrl', '--base-url'],
	['add ', 'pass '],
	['to allowInsecure', 'to --allow-insecure'],
	['polling.interval', '--interval in milliseconds:'],
	['apiKey', 'the API key'],
] as const;

function seconds(text: string): number {
	const value = Number(text);
	if (text.trim() !== '' && value >= 0 && value <= mostSeconds) return value;
	throw new InvalidArgumentError(`write a number of seconds from 0 to ${mostSeconds}`);
}

/** A week. */
const mostSeconds = 7 * 24 * 60 * 60;
