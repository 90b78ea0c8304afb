/**
 * Replaces the control characters of a text by their codes. A text from the API or from a file could otherwise move the cursor of
 * a terminal or change its colours. Line breaks and tabs stay.
 */
export function printable(text: string): string {
	return text.replaceAll(
		control,
		(character) => `\\x${character.charCodeAt(0).toString(hexadecimal).padStart(2, '0')}`,
	);
}

// oxlint-disable-next-line no-control-regex -- these are the characters to find.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const hexadecimal = 16;
