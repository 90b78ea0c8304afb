/** Returns the message of a thrown value: that of an error, or else the value as text. */
export function messageOf(thrown: unknown): string {
	try {
		return String(thrown instanceof Error ? thrown.message : thrown);
	} catch {
		return 'a value that cannot be converted to text';
	}
}
