import { isAbsolute, join } from 'node:path';
import {
	isConfigurationError,
	isMediaFileError,
	type ConfigurationError,
	type MediaFileProblem,
	type RequestIssue,
} from '../../errors/index.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import { readMediaFile } from '../../node/media-file.js';
import { asRecord, mediumKind } from '../../request/content/read.js';
import { refusals } from '../../rules.js';
import { spec, type MediaKind } from '../../spec.js';
import type { Context } from '../context.js';

/** A request whose local files were read. */
export interface LoadedRequest {
	/** The request, with base64 in the place of paths. */
	readonly input: unknown;

	/** What is wrong with the files. */
	readonly issues: readonly RequestIssue[];

	/** Puts the paths back in the place of the base64, to write the request to a file. */
	readonly restore: (request: object) => object;
}

/**
 * Reads the local images and audio clips in the content of a request. A source is local if it is a path or a `file:` URL.
 *
 * A file that can't be used becomes an issue, and its path stays. A value that is no request is returned as it is: the schema judges it.
 *
 * @param folder The folder that the paths begin at.
 */
export async function loadLocalMedia(request: unknown, folder: string, context: Context): Promise<LoadedRequest> {
	const issues: RequestIssue[] = [];
	const paths = new Map<string, string>();
	const loaded = new Map<string, Promise<string>>();
	const warned = new Set<string>();
	const { content } = asRecord(request);
	if (!Array.isArray(content)) return { input: request, issues, restore: (other) => other };

	function warn(lacking: ConfigurationError): void {
		if (warned.has(lacking.option)) return;
		warned.add(lacking.option);
		const message = `local files are not measured, because the package ${lacking.option} is not installed; to measure them, run: npm install ${lacking.option}`;
		context.reporter.emit({ event: 'warning', message });
	}

	async function read(path: string, as: 'image' | 'audio'): Promise<string> {
		const file = /^file:/i.test(path) ? new URL(path) : isAbsolute(path) ? path : join(folder, path);
		const { url } = await readMediaFile(file, { as, signal: context.io.signal }, warn);
		paths.set(url, path);
		return url;
	}

	const items: unknown[] = [];
	for (const [index, item] of content.entries()) {
		const local = localSource(item);
		items.push(item);
		if (local === undefined) continue;
		const { kind, url } = local;
		const { type } = spec.media[kind];
		const issue = (message: string): void =>
			void issues.push({ rule: 'source', path: ['content', index, type, 'url'], message });
		if (kind === 'video') {
			issue(`${url}: ${refusals.localSource.message}`);
			continue;
		}
		try {
			const key = `${kind} ${url}`;
			if (!loaded.has(key)) loaded.set(key, read(url, kind));
			// One after the other: each file may have megabytes.
			// oxlint-disable-next-line no-await-in-loop
			items[index] = { ...asRecord(item), [type]: { ...asRecord(asRecord(item)[type]), url: await loaded.get(key) } };
		} catch (error) {
			if (isMediaFileError(error)) for (const problem of error.problems) issue(messageOf(problem, kind, url));
			else if (isConfigurationError(error)) issue(error.message);
			else throw error;
		}
	}
	return {
		input: { ...asRecord(request), content: items },
		issues,
		restore: (other) => restored(other, paths),
	};
}

/** Whether a source is a path or a `file:` URL. One letter before a colon is a drive. */
function isLocal(source: string): boolean {
	if (/^file:/i.test(source)) return canParseUrl(source);
	return !/^\s*[a-z][a-z\d+.-]+:/i.test(source);
}

/** The sentence of a problem, without what only code can pass. */
function messageOf({ reason, message }: MediaFileProblem, kind: 'image' | 'audio', source: string): string {
	if (reason === 'wrong-kind') {
		const found = message.slice(0, message.indexOf(', and { as:'));
		return `${found}: pass ${kind === 'image' ? 'an image' : 'an audio clip'}`;
	}
	const isLikeUrl = reason === 'unreadable' && /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(source);
	return isLikeUrl ? `${message}; a URL begins with https://` : message;
}

function localSource(item: unknown): { readonly kind: MediaKind; readonly url: string } | undefined {
	const kind = mediumKind(asRecord(item)['type']);
	if (kind === undefined) return undefined;
	const { url } = asRecord(asRecord(item)[spec.media[kind].type]);
	return typeof url === 'string' && url.trim() !== '' && isLocal(url) ? { kind, url } : undefined;
}

function restored(request: object, paths: ReadonlyMap<string, string>): object {
	if (paths.size === 0) return request;
	return JSON.parse(JSON.stringify(request), (key, value: unknown) =>
		key === 'url' && typeof value === 'string' ? (paths.get(value) ?? value) : value,
	) as object;
}
