/** Writes a text as a word of a POSIX shell: in quotes, unless each of its characters stands for itself. */
export function shellWord(text: string): string {
	if (/^[\w./:%+,@=-]+$/.test(text)) return text;
	// oxlint-disable-next-line no-control-regex -- only $'…' can show control characters.
	if (!/[\u0000-\u001f\u007f]/.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
	// oxlint-disable-next-line no-control-regex -- see above.
	return `$'${text.replaceAll(/[\u0000-\u001f\u007f\\']/g, escaped)}'`;
}

function escaped(character: string): string {
	const code = character.charCodeAt(0);
	return code === 39 || code === 92 ? `\\${character}` : `\\x${code.toString(16).padStart(2, '0')}`;
}

/** Writes a command of this package for a shell. */
export function shellCommand(words: readonly string[]): string {
	return ['npx seedance-builder', ...words.map(shellWord)].join(' ');
}
