/** What was thrown, in words: its message where it is an error, else its text, if it has one. */
export function wordsOf(thrown: unknown): string {
	try {
		return String(thrown instanceof Error ? thrown.message : thrown);
	} catch {
		return 'a value without a text';
	}
}
