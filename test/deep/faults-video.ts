import { mp4 } from '../client/mp4.js';
import type { Answer } from './faults-answers.js';
import type { Random } from './faults-random.js';
import type { WireRequest } from './faults-socket.js';

/** The file of a run: its versions, of one length, and what its server tells of them. */
export interface Video {
	readonly versions: readonly [Buffer, Buffer];
	readonly validator: 'strong' | 'weak' | 'none';

	/** The request from which on the second version is served. */
	readonly changesAt: number;
	readonly hasRanges: boolean;

	/** Whether every answer is the file. */
	readonly isCalm?: boolean;
}

/** Makes the file of a run. */
export function videoOf(random: Random): Video {
	const length = random.pick([100, 5_000, 200_000]);
	const validator = random.pick(['strong', 'strong', 'weak', 'none'] as const);
	return {
		versions: [mp4(Buffer.alloc(length, 'first')), mp4(Buffer.alloc(length, 'second'))],
		validator,
		// Without a validator, nobody can tell that a file of the same length has changed.
		changesAt: validator === 'none' || random.chance(0.7) ? Infinity : random.whole(2, 3),
		hasRanges: random.chance(0.7),
	};
}

/** A random answer to a download. `self` is the path of the file, `nth` counts its requests from 1. */
export function videoAnswer(random: Random, video: Video, request: WireRequest, self: string, nth: number): Answer {
	if (video.isCalm) return serve(random, video, request, nth);
	return random.weighted([
		[60, () => serve(random, video, request, nth)],
		[4, () => page('video/mp4', '<!doctype html><p>not a video</p>')],
		[4, () => page('video/mp4', '{"error":"not a video"}')],
		[3, () => page('text/html', '<p>log in</p>')],
		[4, () => page('application/xml', '<Error><Code>ExpiredToken</Code></Error>', 400)],
		[8, () => page('application/xml', '<Error/>', random.pick([400, 403, 404, 408, 410, 416, 429, 500, 502, 503]))],
		[3, () => answer(302, { location: self })],
		[
			3,
			() =>
				answer(random.pick([301, 307]), { location: random.pick(['ftp://a/', 'http://[', 'https://127.0.0.1:1/']) }),
		],
		[3, () => answer(200, { 'content-type': 'video/mp4' })],
		[3, () => answer(200, { 'content-type': 'video/mp4' }, Buffer.alloc(3_000, 'odd'))],
	])();
}

function serve(
	random: Random,
	{ versions, validator, changesAt, hasRanges }: Video,
	request: WireRequest,
	nth: number,
): Answer {
	const version = nth >= changesAt ? 1 : 0;
	const file = versions[version];
	const strong = `"v${version}"`;
	const etag = { none: {}, strong: { etag: strong }, weak: { etag: `W/${strong}` } }[validator];
	const headers = { 'content-type': 'video/mp4', ...etag };
	const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? '')?.[1] ?? 0);
	const condition = request.headers.get('if-range');
	// Some servers ignore the condition.
	const isSame = condition === undefined || condition === strong || random.chance(0.3);
	if (start === 0 || !hasRanges || !isSame) return answer(200, headers, file);
	if (start >= file.byteLength) return answer(416, {}, Buffer.alloc(0));
	const from = random.chance(0.1) ? start - 1 : start;
	const total = random.chance(0.1) ? '*' : file.byteLength;
	const range = { 'content-range': `bytes ${from}-${file.byteLength - 1}/${total}` };
	return answer(206, { ...headers, ...range }, file.subarray(from));
}

function page(type: string, text: string, status = 200): Answer {
	return answer(status, { 'content-type': type, 'retry-after': '0' }, Buffer.from(text));
}

function answer(status: number, headers: Readonly<Record<string, string>>, body: Buffer = Buffer.alloc(0)): Answer {
	return { status, headers, body, isJson: false };
}
