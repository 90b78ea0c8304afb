/** The command line, a file or a setting can't be used. The message says what can. Nothing was sent. */
export class UsageError extends Error {
	override name = 'UsageError' as const;
}
