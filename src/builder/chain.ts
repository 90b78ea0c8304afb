import { isHandle, type MediaHandle } from '../media/handle.js';
import { parseAs, safeParseAs, type ParseResult } from '../request/parse.js';
import type { PinnedMode } from '../request/content-issues.js';
import type { Role, VideoRequest } from '../request/types.js';
import { mediaKinds, spec, type MediaKind } from '../spec.js';

/** An item of the content, as a verb collected it. */
interface Collected {
	readonly kind: MediaKind | 'text';
	readonly item: unknown;

	/** Whether a prompt's template attached it, and not a verb. */
	readonly attached: boolean;
}

/** What the verbs have collected, in the order in which they were called. */
interface ChainState {
	readonly content: readonly Collected[];
	readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The one class behind every stage. Its verbs collect and judge nothing: the stages' types judge what the compiler can
 * see, and the schema judges all of it when the chain is built. A chain is a value: each verb returns a new one.
 */
export class Chain {
	readonly #mode: PinnedMode;
	readonly #state: ChainState;

	constructor(mode: PinnedMode, state: ChainState = { content: [], options: {} }) {
		this.#mode = mode;
		this.#state = state;
	}

	text(text: unknown, ...spans: unknown[]): Chain {
		return isTemplate(text)
			? this.#template(text, spans)
			: this.#add(
					'text',
					[text, ...spans].map((text) => ({ type: 'text', text })),
				);
	}

	firstFrame(source: unknown): Chain {
		return this.#attach('image', 'first_frame', [source]);
	}

	lastFrame(source: unknown): Chain {
		return this.#attach('image', 'last_frame', [source]);
	}

	referenceImage(...sources: unknown[]): Chain {
		return this.#attach('image', 'reference_image', sources);
	}

	referenceVideo(...sources: unknown[]): Chain {
		return this.#attach('video', 'reference_video', sources);
	}

	referenceAudio(...sources: unknown[]): Chain {
		return this.#attach('audio', 'reference_audio', sources);
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
		return parseAs(this.#mode, this.#compile());
	}

	safeBuild(): ParseResult {
		return safeParseAs(this.#mode, this.#compile());
	}

	toJSON(): VideoRequest {
		return this.build();
	}

	#compile(): unknown {
		const { content, options } = this.#state;
		return { model: spec.model, content: content.map(({ item }) => item), ...options };
	}

	#template(strings: readonly string[], spans: readonly unknown[]): Chain {
		const handles = spans.filter(isHandle);
		// Each medium once, by its URL; its place among those of its kind is its number.
		const urls = (kind: MediaKind): string[] => [
			...new Set(handles.filter((handle) => handle.kind === kind).map(({ url }) => url)),
		];
		const nameOf = ({ kind, url }: MediaHandle): string => `@${kind}${urls(kind).indexOf(url) + 1}`;
		const pieces = strings
			.flatMap((part, index) => [part, ...spans.slice(index, index + 1)])
			.filter((piece) => piece !== '');
		const written = pieces.map((piece, index) => {
			if (isHandle(piece)) return nameOf(piece);
			// A digit right behind a placeholder would be read as part of its number.
			const text = String(piece);
			return isHandle(pieces[index - 1]) && /^\d/.test(text) ? ` ${text}` : text;
		});
		return mediaKinds.reduce(
			(chain, kind) => chain.#attach(kind, `reference_${kind}`, urls(kind), true),
			this.#add('text', [{ type: 'text', text: written.join('') }]),
		);
	}

	#attach(kind: MediaKind, role: Role, sources: readonly unknown[], attached = false): Chain {
		const { type } = spec.media[kind];
		return this.#add(
			kind,
			sources.map((source) => ({ type, [type]: { url: urlOf(source, kind) }, role })),
			attached,
		);
	}

	/**
	 * Adds items at the end, but before what a template attached of a kind that comes later: the template has no order, the
	 * verbs have theirs.
	 */
	#add(kind: MediaKind | 'text', items: readonly unknown[], attached = false): Chain {
		const { content } = this.#state;
		const added = items.map((item) => ({ kind, item, attached }));
		const moves = (one: Collected | undefined): boolean => one?.attached === true && rank(one.kind) > rank(kind);
		let place = content.length;
		while (moves(content[place - 1])) place--;
		return new Chain(this.#mode, {
			...this.#state,
			content: [...content.slice(0, place), ...added, ...content.slice(place)],
		});
	}

	#set(options: Record<string, unknown>): Chain {
		return new Chain(this.#mode, { ...this.#state, options: { ...this.#state.options, ...options } });
	}
}

const rank = (kind: MediaKind | 'text'): number => mediaKinds.indexOf(kind as MediaKind);

function isTemplate(text: unknown): text is TemplateStringsArray {
	return Array.isArray(text) && Object.hasOwn(text, 'raw');
}

function urlOf(source: unknown, kind: MediaKind): unknown {
	if (source instanceof URL) return source.href;
	if (!isHandle(source)) return source;
	// A handle of another kind is no source here, and says so in the issue.
	return source.kind === kind ? source.url : String(source);
}
