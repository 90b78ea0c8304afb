import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { LanguageConnection } from '../language/connect-language.js';
import type { Signature } from '../language/messages.js';

/** Shows the parameters of the call that begins where `(` or `,` is typed. Escape and leaving the call hide them. */
export function signatureHelp(language: LanguageConnection): Extension {
	const listener = EditorView.updateListener.of(({ view, state, docChanged, selectionSet, transactions }) => {
		const hasTyped = transactions.some((transaction) => transaction.isUserEvent('input.type'));
		const position = state.selection.main.head;
		const begins = hasTyped && /[(,]/.test(state.sliceDoc(position - 1, position));
		if (!begins && !(state.field(shown) && (docChanged || selectionSet))) return;
		void ask(view, position);
	});
	return [shown, listener, keymap.of([{ key: 'Escape', run: hide }])];

	async function ask(view: EditorView, position: number): Promise<void> {
		const { doc } = view.state;
		const found = await language.ask('signature', doc.toString(), position).catch(() => undefined);
		if (view.state.doc.eq(doc)) view.dispatch({ effects: show.of(found ?? null) });
	}
}

const show = StateEffect.define<Signature | null>();

const shown = StateField.define<Tooltip | null>({
	create: () => null,
	update(tooltip, { effects }) {
		const found = effects.find((effect) => effect.is(show));
		return found === undefined ? tooltip : found.value && tooltipOf(found.value);
	},
	provide: (field) => showTooltip.from(field),
});

function hide(view: EditorView): boolean {
	if (!view.state.field(shown)) return false;
	view.dispatch({ effects: show.of(null) });
	return false; // Escape then Tab leaves the editor, too.
}

function tooltipOf({ from, before, parameter, after }: Signature): Tooltip {
	return {
		pos: from,
		above: true,
		create() {
			const dom = document.createElement('div');
			dom.className = 'playground-description';
			const code = document.createElement('code');
			const current = document.createElement('b');
			current.textContent = parameter;
			code.append(before, current, after);
			dom.append(code);
			return { dom };
		},
	};
}
