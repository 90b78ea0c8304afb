/** The command line is invalid. The message says what is valid. */
export class UsageError extends Error {
	override name = 'UsageError' as const;
}

/** Calls `parse`, and converts an error of `parseArgs` to a {@link UsageError}. */
export function orUsageError<Parsed>(parse: () => Parsed): Parsed {
	try {
		return parse();
	} catch (error) {
		if (!isParseArgsError(error)) throw error;
		throw new UsageError(error.message, { cause: error });
	}
}

/**
 * Returns the one of `choices` that a flag's value names.
 *
 * @throws {UsageError} If the value is none of them.
 */
export function choiceOf<Choice extends string>(flag: string, value: string, choices: readonly Choice[]): Choice {
	const choice = choices.find((candidate) => candidate === value);
	if (choice === undefined) throw new UsageError(`${flag} ${value} is invalid; choose one of ${choices.join(', ')}`);
	return choice;
}

function isParseArgsError(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
