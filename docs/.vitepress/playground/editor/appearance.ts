import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours and fonts of the editor. They are variables of the page, so that they follow its switch between light and dark. */
export const appearance = [
	EditorView.theme({
		'&': { fontSize: '14px', color: 'var(--playground-text)', backgroundColor: 'var(--playground-surface)' },
		'&.cm-focused': { outline: '2px solid var(--vp-c-brand-1)', outlineOffset: '-2px' },
		'.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6', padding: '8px 0' },
		'.cm-content': { caretColor: 'var(--vp-c-text-1)' },
		'.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
		'.cm-gutters': {
			color: 'var(--vp-c-text-2)',
			backgroundColor: 'transparent',
			border: 'none',
		},
		'.cm-activeLine': { backgroundColor: 'var(--playground-line)' },
		'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
			backgroundColor: 'var(--playground-selection)',
		},
		'.cm-matchingBracket': { backgroundColor: 'var(--playground-selection) !important' },
		'.cm-tooltip': {
			maxWidth: 'min(560px, 90vw)',
			color: 'var(--vp-c-text-1)',
			backgroundColor: 'var(--vp-c-bg-elv)',
			border: '1px solid var(--vp-c-divider)',
			borderRadius: '8px',
			boxShadow: 'var(--vp-shadow-3)',
		},
		'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--vp-font-family-mono)', maxHeight: '280px' },
		'.cm-tooltip-autocomplete > ul > li[aria-selected]': {
			color: 'var(--vp-c-text-1)',
			backgroundColor: 'var(--playground-selection)',
		},
		'.cm-tooltip-autocomplete .is-deprecated .cm-completionLabel': {
			textDecoration: 'line-through',
			opacity: '0.7',
		},
		'.cm-deprecated': { textDecoration: 'line-through' },
	}),
	syntaxHighlighting(
		HighlightStyle.define([
			{ tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--playground-keyword)' },
			{ tag: [tags.string, tags.special(tags.string)], color: 'var(--playground-string)' },
			{ tag: [tags.number, tags.bool, tags.null], color: 'var(--playground-number)' },
			{ tag: [tags.comment], color: 'var(--playground-comment)', fontStyle: 'italic' },
			{
				tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
				color: 'var(--playground-function)',
			},
			{ tag: [tags.typeName, tags.className], color: 'var(--playground-type)' },
		]),
	),
];
