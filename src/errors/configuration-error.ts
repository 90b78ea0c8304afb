import { SeedanceError } from './seedance-error.js';

/**
 * An option can't be used: there is no API key, the base URL would send it in the clear, a time isn't a number. Nothing was sent.
 */
export class ConfigurationError extends SeedanceError {
	override name = 'ConfigurationError' as const;

	/** The option, as it is written: `apiKey`, `polling.interval`. */
	readonly option: string;

	constructor(option: string, problem: string) {
		super(`${option}: ${problem}`);
		this.option = option;
	}
}

/** Tells whether `error` is a {@link ConfigurationError}. */
export function isConfigurationError(error: unknown): error is ConfigurationError {
	return error instanceof ConfigurationError;
}
