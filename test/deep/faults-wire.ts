import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Random } from './faults-random.js';

/** How an answer goes over the wire. */
export interface Delivery {
	readonly framing: 'length' | 'chunked' | 'close' | 'gzip';

	/** How many bytes of the body are sent, and what happens then: the connection ends, is reset, or stays open in silence. */
	readonly cut?: { readonly at: number; readonly ending: 'end' | 'reset' | 'silence' };

	/** How much more or less `Content-Length` says. */
	readonly lengthError: number;

	/** Pauses before the headers, before the body and between its parts, in milliseconds. */
	readonly pauses: readonly [head: number, body: number, part: number];
	readonly isClosedAfter: boolean;
	readonly hasEarlyHints: boolean;
}

/** Without a fault. */
export const whole: Delivery = {
	framing: 'length',
	lengthError: 0,
	pauses: [0, 0, 0],
	isClosedAfter: false,
	hasEarlyHints: false,
};

/** What of a body a client can have received at the end. */
export interface Delivered {
	/** How many bytes of the body are within the message. */
	readonly visible: number;

	/** Whether the message is complete as HTTP sees it. */
	readonly isComplete: boolean;
}

/** A random delivery of a body. `patience` is how long the client waits. */
export function deliveryOf(random: Random, length: number, patience: number): Delivery {
	const framing = random.weighted<Delivery['framing']>([
		[10, 'length'],
		[4, 'chunked'],
		[3, 'close'],
		[2, 'gzip'],
	]);
	// A body with all of its length is not cut.
	const longest = framing === 'length' ? length - 1 : length;
	const isCut = longest >= 0 && random.chance(0.22);
	const late = patience < 1_000 ? patience + 60 : 20;
	const pause = (): number =>
		random.weighted([
			[12, 0],
			[4, random.whole(1, 20)],
			[1, late],
		]);
	const lengthError =
		!isCut && framing === 'length' && random.chance(0.15) ? random.pick([1, 1, 7, -1, -5, -Math.ceil(length / 2)]) : 0;
	return {
		framing,
		...(isCut && { cut: { at: random.whole(0, longest), ending: random.pick(['end', 'end', 'reset', 'silence']) } }),
		lengthError,
		// A body that is longer than announced ends before all of it is written, so it is written at once.
		pauses: lengthError < 0 ? [pause(), 0, 0] : [pause(), pause(), random.chance(0.8) ? 0 : random.whole(1, 8)],
		isClosedAfter: random.chance(0.2),
		hasEarlyHints: random.chance(0.05),
	};
}

/** What a client can receive of a delivery. */
export function deliveredBy({ framing, cut, lengthError }: Delivery, length: number): Delivered {
	const sent = cut?.at ?? length;
	// Of a compressed body, a part tells nothing.
	if (framing === 'gzip') return { visible: cut ? 0 : length, isComplete: cut === undefined };
	if (framing === 'chunked') return { visible: sent, isComplete: cut === undefined };
	// Without a length, the end of the connection is the end of the body. Node's `fetch` takes a reset for an end, too.
	if (framing === 'close') return { visible: sent, isComplete: cut?.ending !== 'silence' };
	const declared = Math.max(length + lengthError, 0);
	return { visible: Math.min(sent, declared), isComplete: sent >= declared };
}

/**
 * Sends an answer. `arrived` is called with the number of bytes of the body that a client in this process must have received:
 * later than they were written, because the client reads them in the same event loop. Resolves with whether all was written.
 */
export async function deliver(
	socket: Socket,
	{ status, headers, body }: { status: number; headers: Readonly<Record<string, string>>; body: Buffer },
	{ framing, cut, lengthError, pauses, isClosedAfter, hasEarlyHints }: Delivery,
	arrived: (bytes: number) => void = () => undefined,
): Promise<boolean> {
	const [beforeHead, beforeBody, beforePart] = pauses;
	const content = framing === 'gzip' ? gzipSync(body) : body;
	const longest = framing === 'gzip' ? content.byteLength - 1 : content.byteLength;
	const end = cut === undefined ? content.byteLength : Math.min(cut.at, longest);
	const declared = framing === 'gzip' ? content.byteLength : Math.max(content.byteLength + lengthError, 0);
	const fields = {
		...headers,
		...(framing === 'length' && { 'content-length': declared }),
		...(framing === 'gzip' && { 'content-length': declared, 'content-encoding': 'gzip' }),
		...(framing === 'chunked' && { 'transfer-encoding': 'chunked' }),
		...(framing === 'close' && { connection: 'close' }),
	};
	const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
	await sleep(beforeHead);
	if (!socket.writable) return false;
	if (hasEarlyHints) socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n');
	socket.write(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`);
	// Without a body, the answer ends here.
	if (end > 0) await sleep(beforeBody);
	const size = beforePart === 0 ? end : Math.max(Math.ceil(end / 5), 1);
	for (let at = 0; at < end; at += size) {
		if (at > 0) await sleep(beforePart);
		if (!socket.writable) return false;
		const part = content.subarray(at, Math.min(at + size, end));
		if (framing === 'chunked') socket.write(`${part.byteLength.toString(16)}\r\n`);
		socket.write(part);
		if (framing === 'chunked') socket.write('\r\n');
		// When a compressed body is read depends on other threads.
		if (framing !== 'gzip') void settled().then(() => arrived(at + part.byteLength));
	}
	if (cut?.ending === 'silence') return true;
	// Node's `fetch` drops what it hasn't handed over when the connection breaks.
	if (cut || lengthError > 0) await settled();
	if (cut?.ending === 'reset') {
		socket.resetAndDestroy();
	} else if (cut || framing === 'close') {
		socket.end();
	} else {
		if (framing === 'chunked') socket.write('0\r\n\r\n');
		// A client waits for what a wrong length announced.
		if (isClosedAfter || lengthError !== 0) socket.end();
	}
	return true;
}

/** Resolves when the other side, in this process, has read what was written before. */
async function settled(): Promise<void> {
	await sleep(30);
	for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits. */
export async function sleep(milliseconds: number): Promise<void> {
	if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
