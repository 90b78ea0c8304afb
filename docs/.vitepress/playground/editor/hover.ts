import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { LanguageConnection } from '../language/connect-language.js';
import { descriptionElement } from './description.js';

/** Shows the type and the doc comment of the name under the pointer. */
export function hover(language: LanguageConnection): Extension {
	return hoverTooltip(async (view, position) => {
		const found = await language.ask('hover', view.state.doc.toString(), position).catch(() => undefined);
		if (!found) return null;
		return { pos: found.from, end: found.to, above: true, create: () => ({ dom: descriptionElement(found) }) };
	});
}
