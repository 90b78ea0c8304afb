import { parseJson, parsePartialJson } from '../responses/json.js';
import type { Answer } from './call.js';
import type { Redact } from './redact.js';

/** The most bytes that are read of an answer: 4 MiB. Known answers have a few kilobytes. */
export const maxAnswerBytes = 4 * 1024 * 1024;

/** What reading an answer fails with if it has more than {@link maxAnswerBytes}. */
export class AnswerTooLargeError extends Error {
	override message = `the answer is larger than ${maxAnswerBytes} bytes`;
	readonly code = 'ANSWER_TOO_LARGE';
}

/**
 * An answer whose body is read as it arrives: what has arrived can be used before it is complete, and after the connection
 * breaks.
 */
export class ReceivedAnswer implements Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly #redact: Redact;
	readonly #parts: string[] = [];
	#isComplete = false;
	#parsed?: Parsed;

	constructor({ status, headers }: Response, redact: Redact) {
		this.status = status;
		this.headers = new Headers([...headers].map(([name, value]) => [name, redact(value)]));
		this.#redact = redact;
	}

	get body(): string {
		return this.#redact(this.#text());
	}

	get json(): unknown {
		return this.#parse().json;
	}

	get isJson(): boolean {
		return this.#parse().isJson;
	}

	get redactedJson(): unknown {
		return this.#parse().redacted;
	}

	get isComplete(): boolean {
		return this.#isComplete;
	}

	/**
	 * Reads the body to its end.
	 *
	 * @throws {AnswerTooLargeError} If there is more than {@link maxAnswerBytes}; whatever the stream throws if it breaks.
	 */
	async read(response: Response): Promise<void> {
		if (response.body) await this.#readStream(response.body.getReader());
		else this.#parts.push(await response.text());
		this.#isComplete = true;
	}

	async #readStream(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
		const decoder = new TextDecoder();
		let length = 0;
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) break;
				this.#parts.push(decoder.decode(value.subarray(0, maxAnswerBytes - length), { stream: true }));
				length += value.byteLength;
				if (length > maxAnswerBytes) throw new AnswerTooLargeError();
			}
			this.#parts.push(decoder.decode());
		} finally {
			void reader.cancel().catch(() => undefined);
		}
	}

	#text(): string {
		if (this.#parts.length > 1) this.#parts.splice(0, Infinity, this.#parts.join(''));
		return this.#parts[0] ?? '';
	}

	#parse(): Parsed {
		const text = this.#text();
		if (this.#parsed?.text !== text) {
			const whole = parseJson(text);
			const json = whole ?? parsePartialJson(text);
			const body = this.body;
			const redacted = body === text ? json : parsePartialJson(body);
			this.#parsed = { text, json, isJson: whole !== undefined, redacted };
		}
		return this.#parsed;
	}
}

interface Parsed {
	readonly text: string;
	readonly json: unknown;
	readonly isJson: boolean;
	readonly redacted: unknown;
}
