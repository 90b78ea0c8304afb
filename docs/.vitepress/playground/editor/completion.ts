import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { LanguageConnection } from '../language/connect-language.js';
import type { Offer } from '../language/messages.js';
import { descriptionElement } from './description.js';

/** Offers the names of the language service, in its order. A name that is deprecated is the last and gets the class of such names. */
export function completionSource(language: LanguageConnection): CompletionSource {
	return async (context: CompletionContext): Promise<CompletionResult | null> => {
		const isTyping = context.matchBefore(/[\w$.'"`]$/) !== null;
		if (!context.explicit && !isTyping) return null;
		const text = context.state.doc.toString();
		const found = await language.ask('complete', text, context.pos).catch(() => undefined);
		if (!found || context.aborted) return null;
		return {
			from: found.from,
			options: found.offers.map((offer, index) => completionOf(offer, found.offers.length - index)),
			validFor: /^[\w$:]*$/,
		};

		function completionOf({ name, kind, isDeprecated }: Offer, rank: number): Completion {
			return {
				label: name,
				type: isDeprecated ? `${icons[kind] ?? 'text'} deprecated` : (icons[kind] ?? 'text'),
				// CodeMirror adds the boost to how well a name matches: from -99 to 99.
				boost: isDeprecated ? lowest : Math.min(rank, -lowest),
				async info() {
					const described = await language.ask('describe', text, context.pos, name).catch(() => undefined);
					return described ? descriptionElement(described) : null;
				},
			};
		}
	};
}

const lowest = -99;

/** The icons of CodeMirror, by the kinds of TypeScript. */
const icons: Readonly<Record<string, string>> = {
	const: 'constant',
	let: 'variable',
	var: 'variable',
	function: 'function',
	method: 'method',
	property: 'property',
	getter: 'property',
	class: 'class',
	interface: 'interface',
	type: 'type',
	alias: 'variable',
	keyword: 'keyword',
	string: 'constant',
	module: 'namespace',
};
