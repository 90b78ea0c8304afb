import { SeedanceError } from './seedance-error.js';

/**
 * An option is invalid: the API key is missing, the base URL is not encrypted, a time is not a number. Nothing was sent.
 */
export class ConfigurationError extends SeedanceError {
	override name = 'ConfigurationError' as const;

	/** The option's path: `apiKey`, `polling.interval`. */
	readonly option: string;

	constructor(option: string, problem: string) {
		super(`${option} ${problem}`);
		this.option = option;
	}
}

/** Returns whether `error` is a {@link ConfigurationError}. */
export function isConfigurationError(error: unknown): error is ConfigurationError {
	return error instanceof ConfigurationError;
}
