import { withBase } from 'vitepress';
import type { Hover } from '../hovers/hovers.js';

/** The hovers of the site, once one was needed. */
let hovers: Promise<Readonly<Record<string, Hover>>> | undefined;

/** Shows what the compiler knows about a name of a sample while the pointer is on it, or after a tap. */
export function showHovers(): void {
	const popup = document.createElement('div');
	popup.className = 'sample-hover';
	popup.setAttribute('role', 'tooltip');
	popup.hidden = true;
	document.body.append(popup);
	let shown: Element | undefined;

	const hide = (): void => {
		shown = undefined;
		popup.hidden = true;
	};
	document.addEventListener('pointerover', ({ target }) => {
		if (!(target instanceof Element) || popup.contains(target)) return;
		const name = target.closest('.sample-name');
		if (name === null) return hide();
		if (name === shown) return;
		shown = name;
		void show(name);
	});
	document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
	document.addEventListener('scroll', ({ target }) => target !== popup && hide(), { capture: true, passive: true });

	async function show(name: Element): Promise<void> {
		hovers ??= fetch(withBase('/hovers.json')).then((response) => response.json());
		const hover = (await hovers.catch(() => undefined))?.[name.getAttribute('data-hover') ?? ''];
		if (hover === undefined || shown !== name) return;
		popup.replaceChildren(element('code', hover.type), ...paragraphs(hover.docs));
		popup.hidden = false;
		place(popup, name.getBoundingClientRect());
	}
}

/** The paragraphs of a doc comment. Of its Markdown, only code in backticks is shown as such. */
function paragraphs(docs = ''): HTMLElement[] {
	return docs
		.split(/\n{2,}/)
		.filter(Boolean)
		.map((text) => {
			const paragraph = element('p');
			for (const [index, part] of text.split('`').entries()) {
				paragraph.append(index % 2 === 1 ? element('code', part) : part);
			}
			return paragraph;
		});
}

function element(tag: string, text = ''): HTMLElement {
	const created = document.createElement(tag);
	created.textContent = text;
	return created;
}

/** Places the popup below a name, or above it where there is no room below. */
function place(popup: HTMLElement, name: DOMRect): void {
	const { offsetWidth, offsetHeight } = popup;
	const isBelow = name.bottom + offsetHeight < innerHeight || name.top < offsetHeight;
	popup.style.left = `${Math.max(8, Math.min(name.left, innerWidth - offsetWidth - 8))}px`;
	popup.style.top = `${isBelow ? name.bottom : name.top - offsetHeight}px`;
}
