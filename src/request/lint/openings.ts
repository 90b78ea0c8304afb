import { otherOpening, type OpenedTask } from '../../rules.js';
import { openings } from '../../spec.js';
import { withPrompt, type Finding, type LintSubject } from './subject.js';

/**
 * Advises on the beginning of a prompt, by which upstream chooses the task. A chain that starts with `editVideo` or `extendVideo`
 * shows its task; a payload may be what the API page lists for its items: with a text and videos, an extension or a reference, with
 * images too, an edit or a reference. Other requests are not checked.
 */
export function checkOpening({ prompt, media, mode, request }: LintSubject): readonly Finding[] {
	const kinds = new Set(media.map(({ kind }) => kind));
	if (prompt === undefined || !kinds.has('video') || kinds.has('audio')) return [];
	const text = prompt.normalized.trimStart();
	const tasks: readonly OpenedTask[] =
		mode === 'video' ? [kinds.has('image') ? 'edit' : 'extend', 'refer'] : [mode === 'edit' ? 'edit' : 'extend'];
	const accepted: readonly OpenedTask[] = mode === 'video' ? ['edit', 'extend', 'refer'] : tasks;
	if (accepted.some((task) => opens(text, task)) || (mode !== 'edit' && joins(text))) return [];
	const written = prompt.text.trimStart();
	const message = otherOpening(written, tasks);
	// Which video is meant shows only if there is one.
	const isClear = mode !== 'video' && media.filter(({ kind }) => kind === 'video').length === 1;
	const mend = () => withPrompt(request, `${openings[mode === 'edit' ? 'edit' : 'extend'][0]} @video1: ${written}`);
	return [{ rule: 'opening', path: prompt.path, message, ...(isClear && { mend }) }];
}

function opens(text: string, task: OpenedTask): boolean {
	return openings[task].some((words) => {
		const start = text.slice(0, words.length).toLowerCase();
		// An English word ends here: `extended` is another one.
		return start === words.toLowerCase() && !(/[a-z]$/.test(start) && /^\w/.test(text.slice(words.length)));
	});
}

/** Whether a prompt joins two videos: it begins with the name of one, and the joining words stand before another. */
function joins(text: string): boolean {
	return /^@video\d/.test(text) && text.toLowerCase().includes(`${openings.join} @video`);
}
