import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { LanguageConnection } from '../language/connect-language.js';
import { appearance } from './appearance.js';
import { completionSource } from './completion.js';
import { hover } from './hover.js';
import { problemTooltips } from './mark-problems.js';
import { signatureHelp } from './signature.js';

/** How an editor is made. */
export interface EditorOptions {
	/** The element that it is put into. */
	readonly parent: HTMLElement;

	/** The text that it begins with. */
	readonly text: string;
	readonly language: LanguageConnection;

	/** Runs when the text has changed. */
	readonly onChange: (text: string) => void;
}

/** Creates the editor. Escape and then Tab leave it. */
export function createEditor({ parent, text, language, onChange }: EditorOptions): EditorView {
	return new EditorView({
		parent,
		state: EditorState.create({
			doc: text,
			extensions: [
				lineNumbers(),
				history(),
				drawSelection(),
				indentOnInput(),
				indentUnit.of('\t'),
				EditorState.tabSize.of(2),
				bracketMatching(),
				closeBrackets(),
				highlightActiveLine(),
				EditorView.lineWrapping,
				javascript({ typescript: true }),
				appearance,
				autocompletion({
					override: [completionSource(language)],
					optionClass: ({ type }) => (type?.endsWith(deprecated) ? 'is-deprecated' : ''),
				}),
				problemTooltips,
				hover(language),
				signatureHelp(language),
				keymap.of([
					...closeBracketsKeymap,
					...completionKeymap,
					...lintKeymap,
					...historyKeymap,
					...defaultKeymap,
					indentWithTab,
				]),
				EditorView.contentAttributes.of({ 'aria-label': 'Program', 'aria-describedby': 'playground-keys' }),
				EditorView.updateListener.of(({ docChanged, state }) => {
					if (docChanged) onChange(state.doc.toString());
				}),
			],
		}),
	});
}

const deprecated = ' deprecated';

/** Replaces the text of an editor. Undo brings the old one back. */
export function replaceText(view: EditorView, text: string): void {
	view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
}
