import { normalizeReferences } from '../../prompt/normalize-references.js';
import type { AdviceId } from '../../rules.js';
import type { MediaKind } from '../../spec.js';
import type { PinnedMode } from '../content/issues.js';
import { readContent } from '../content/read.js';
import type { ImageRole, Role, VideoRequest } from '../types.js';
import type { FactsOf, SourceFacts } from './read-media.js';

/** A valid request, as the checks read it. */
export interface LintSubject {
	readonly request: VideoRequest;

	/** The prompt, if there is one. It is the first item of the content. */
	readonly prompt: Prompt | undefined;
	readonly media: readonly LintedMedium[];

	/** The function that the chain started with; `video` for a payload, which does not show it. */
	readonly mode: PinnedMode;
}

interface Prompt {
	readonly text: string;

	/** The text with its references as placeholders, whatever form they have. */
	readonly normalized: string;
	readonly path: readonly ['content', number, 'text'];
}

/** A medium of the request. */
export interface LintedMedium {
	readonly index: number;
	readonly kind: MediaKind;
	readonly url: string;

	/** Its role. A sole image without one is a first frame. */
	readonly role: Role | ImageRole;
	readonly isReference: boolean;

	/** What the prompt calls it: `@image1`. */
	readonly placeholder: string;

	/** What the caller knows about it. */
	readonly facts: SourceFacts;
}

/** What a check finds. */
export interface Finding {
	readonly rule: AdviceId;
	readonly path: readonly (string | number)[];
	readonly message: string;

	/** Makes a request without the fault, which may break a rule for another reason. */
	readonly mend?: () => VideoRequest;
}

/** Looks for one kind of fault. */
export type Check = (subject: LintSubject) => readonly Finding[];

/** Reads a valid request for the checks. */
export function lintSubject(request: VideoRequest, mode: PinnedMode, factsOf: FactsOf): LintSubject {
	const {
		texts: [text],
		media: found = [],
	} = { texts: [], ...readContent(request) };
	const counts = { image: 0, video: 0, audio: 0 };
	const media = found.map(({ index, kind, url, role, isReference }): LintedMedium => {
		const placeholder = `@${kind}${++counts[kind]}`;
		const source = String(url);
		return {
			index,
			kind,
			url: source,
			role: (role ?? 'first_frame') as Role,
			isReference,
			placeholder,
			facts: factsOf(source),
		};
	});
	return { request, prompt: text && promptOf(String(text.text), text.index), media, mode };
}

function promptOf(text: string, index: number): Prompt {
	return { text, normalized: normalizeReferences(text).text, path: ['content', index, 'text'] };
}

/** A copy of a request with another prompt. A blank one is left out. */
export function withPrompt(request: VideoRequest, text: string): VideoRequest {
	const content = request.content.flatMap((item) => {
		if (item.type !== 'text') return item;
		return text.trim() === '' ? [] : { ...item, text };
	});
	return { ...request, content };
}
