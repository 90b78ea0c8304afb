import { linter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Checked } from '../language/messages.js';

/** Shows the sentences of an error under the pointer, and nothing for a deprecated name: its own comment says why. */
export const problemTooltips = linter(null, {
	tooltipFilter: (marks) => marks.filter(({ severity }) => severity === 'error'),
});

/** Underlines the errors of a program, and strikes its deprecated names through. */
export function markProblems(view: EditorView, { problems, deprecated }: Omit<Checked, 'javascript'>): void {
	const { length } = view.state.doc;
	const marks: Diagnostic[] = [
		...problems.map(({ from, to, sentences }) => ({
			from: Math.min(from, length),
			to: Math.min(to, length),
			severity: 'error' as const,
			message: sentences.join('\n'),
		})),
		...deprecated.map(({ from, to }) => ({
			from: Math.min(from, length),
			to: Math.min(to, length),
			severity: 'hint' as const,
			message: '',
			markClass: 'cm-deprecated',
		})),
	];
	view.dispatch(setDiagnostics(view.state, marks));
}
