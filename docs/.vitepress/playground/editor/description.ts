import type { Description } from '../language/messages.js';

/** Shows a type and its doc comment, as text. */
export function descriptionElement({ type, documentation }: Pick<Description, 'type' | 'documentation'>): HTMLElement {
	const element = document.createElement('div');
	element.className = 'playground-description';
	element.append(block('code', type));
	if (documentation) element.append(block('p', documentation));
	return element;
}

function block(tag: 'code' | 'p', text: string): HTMLElement {
	const element = document.createElement(tag);
	element.textContent = text;
	return element;
}
