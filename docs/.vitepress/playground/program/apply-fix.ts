import type { ShownFix } from './messages.js';

/**
 * Applies the fix of an advice to a program. If it changes the prompt only, and the program holds the old one exactly once, the rest
 * of the program stays. Else the program becomes the mended request.
 */
export function applyFix(program: string, { code, text }: ShownFix): string {
	if (text === undefined || /['"`\\$\n]/.test(text.before + text.after)) return code;
	const parts = program.split(text.before);
	return parts.length === 2 ? parts.join(text.after) : code;
}
