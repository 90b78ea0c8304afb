import { parseRequest, safeParseRequest, type ParseResult } from '../request/parse.js';
import type { Role, VideoRequest } from '../request/types.js';
import { spec, type MediaKind } from '../spec.js';

/** What the verbs have collected, in the order in which they were called. */
interface ChainState {
	readonly content: readonly unknown[];
	readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The one class behind every stage. Its verbs collect and judge nothing: the stages' types judge what the compiler can
 * see, and the schema judges all of it when the chain is built. A chain is a value: each verb returns a new one.
 */
export class Chain {
	readonly #state: ChainState;

	constructor(state: ChainState = { content: [], options: {} }) {
		this.#state = state;
	}

	text(text: unknown): Chain {
		return this.#add({ type: 'text', text });
	}

	firstFrame(source: unknown): Chain {
		return this.#add(item('image', 'first_frame', source));
	}

	lastFrame(source: unknown): Chain {
		return this.#add(item('image', 'last_frame', source));
	}

	referenceImage(...sources: unknown[]): Chain {
		return this.#add(...sources.map((source) => item('image', 'reference_image', source)));
	}

	referenceVideo(...sources: unknown[]): Chain {
		return this.#add(...sources.map((source) => item('video', 'reference_video', source)));
	}

	referenceAudio(...sources: unknown[]): Chain {
		return this.#add(...sources.map((source) => item('audio', 'reference_audio', source)));
	}

	resolution(resolution: unknown): Chain {
		return this.#set({ resolution });
	}

	ratio(ratio: unknown): Chain {
		return this.#set({ ratio });
	}

	duration(duration: unknown): Chain {
		return this.#set({ duration });
	}

	generateAudio(enabled: unknown): Chain {
		return this.#set({ generate_audio: enabled });
	}

	watermark(enabled: unknown): Chain {
		return this.#set({ watermark: enabled });
	}

	// No argument means yes, `undefined` means unset: a default value can't tell them apart.
	webSearch(...[enabled]: [enabled?: unknown]): Chain {
		return this.#set({ tools: arguments.length === 0 || enabled ? [{ type: 'web_search' }] : undefined });
	}

	returnLastFrame(...[enabled]: [enabled?: unknown]): Chain {
		return this.#set({ return_last_frame: arguments.length === 0 ? true : enabled });
	}

	build(): VideoRequest {
		return parseRequest(this.#compile());
	}

	safeBuild(): ParseResult {
		return safeParseRequest(this.#compile());
	}

	toJSON(): VideoRequest {
		return this.build();
	}

	#compile(): unknown {
		return { model: spec.model, content: this.#state.content, ...this.#state.options };
	}

	#add(...items: unknown[]): Chain {
		return new Chain({ ...this.#state, content: [...this.#state.content, ...items] });
	}

	#set(options: Record<string, unknown>): Chain {
		return new Chain({ ...this.#state, options: { ...this.#state.options, ...options } });
	}
}

function item(kind: MediaKind, role: Role, source: unknown): unknown {
	const { type } = spec.media[kind];
	return { type, [type]: { url: source instanceof URL ? source.href : source }, role };
}
