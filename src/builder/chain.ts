import { InvalidRequestError } from '../errors/invalid-request-error.js';
import { isHandle, type MediaHandle } from '../media/handle.js';
import type { ParseResult } from '../request/parse.js';
import type { PinnedMode } from '../request/content-issues.js';
import { judge } from '../request/schema.js';
import type { Role, VideoRequest } from '../request/types.js';
import { spec, type MediaKind } from '../spec.js';

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
		return isTemplate(text) ? this.#template(text, spans) : this.#add('text', [{ type: 'text', text }]);
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
		const result = this.safeBuild();
		if (!result.success) throw result.error;
		return result.data;
	}

	safeBuild(): ParseResult {
		const { request, issues } = judge(this.#compile(), this.#mode);
		return request === undefined
			? { success: false, error: new InvalidRequestError(issues) }
			: { success: true, data: request };
	}

	toJSON(): VideoRequest {
		return this.build();
	}

	#compile(): unknown {
		const { content, options } = this.#state;
		return { model: spec.model, content: content.map(({ item }) => item), ...options };
	}

	#template(strings: readonly string[], spans: readonly unknown[]): Chain {
		const handles = new Map<string, MediaHandle>();
		for (const span of spans) if (isHandle(span)) handles.set(keyOf(span), span);
		const ordered = kinds.flatMap((kind) => [...handles.values()].filter((handle) => handle.kind === kind));
		const names = new Map(
			ordered.map((handle) => [keyOf(handle), `@${handle.kind}${numberOf(handle, ordered)}`] as const),
		);
		const written = spans.map((span) => (isHandle(span) ? names.get(keyOf(span))! : String(span)));
		const text = strings.map((part, index) => part + (written[index] ?? '')).join('');
		return kinds.reduce(
			(chain, kind) =>
				chain.#attach(
					kind,
					`reference_${kind}`,
					ordered.filter((handle) => handle.kind === kind),
					true,
				),
			this.#add('text', [{ type: 'text', text }]),
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

	/** Adds items at the end, but before what a template attached of a kind that comes later. */
	#add(kind: MediaKind | 'text', items: readonly unknown[], attached = false): Chain {
		const { content } = this.#state;
		const added = items.map((item) => ({ kind, item, attached }));
		const later = content.findIndex((one) => one.attached && rank(one.kind) > rank(kind) && kind !== 'text');
		const place = later < 0 ? content.length : later;
		return new Chain(this.#mode, {
			...this.#state,
			content: [...content.slice(0, place), ...added, ...content.slice(place)],
		});
	}

	#set(options: Record<string, unknown>): Chain {
		return new Chain(this.#mode, { ...this.#state, options: { ...this.#state.options, ...options } });
	}
}

const kinds = Object.keys(spec.media) as MediaKind[];

const rank = (kind: MediaKind | 'text'): number => kinds.indexOf(kind as MediaKind);

function isTemplate(text: unknown): text is TemplateStringsArray {
	return Array.isArray(text) && Object.hasOwn(text, 'raw');
}

const keyOf = ({ kind, url }: MediaHandle): string => `${kind} ${url}`;

function numberOf(handle: MediaHandle, ordered: readonly MediaHandle[]): number {
	return ordered.filter(({ kind }) => kind === handle.kind).indexOf(handle) + 1;
}

function urlOf(source: unknown, kind: MediaKind): unknown {
	if (source instanceof URL) return source.href;
	if (!isHandle(source)) return source;
	// A handle of another kind is no source here, and says so in the issue.
	return source.kind === kind ? source.url : String(source);
}
