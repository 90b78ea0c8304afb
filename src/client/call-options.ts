import { ConfigurationError } from '../errors/configuration-error.js';
import { readOptions } from '../errors/read-options.js';
import type { GenerateAllOptions, GenerateOptions, SubmitOptions } from './client.js';
import { formatValue } from '../rules.js';
import { readWaitOptions } from './task/wait.js';

/** Reads the options of `submit()`. @throws {ConfigurationError} If they can't be used. */
export function readSubmitOptions(given: SubmitOptions | undefined): SubmitOptions {
	return readOptions('options', given, ofSubmit);
}

/** Reads the options of `generate()`. @throws {ConfigurationError} If they can't be used. */
export function readGenerateOptions(given: GenerateOptions | undefined): GenerateOptions {
	return readOptions('options', given, (options) => {
		const { onSubmitted } = options;
		return { ...ofSubmit(options), ...readWaitOptions(options), onSubmitted };
	});
}

/** Reads the options of `generateAll()`. @throws {ConfigurationError} If they can't be used. */
export function readGenerateAllOptions(given: GenerateAllOptions | undefined): GenerateAllOptions {
	return readOptions('options', given, (options) => {
		const { deadline, concurrency, onProgress, onSubmitted, onUncertain } = options;
		return { ...ofSubmit(options), deadline, concurrency, onProgress, onSubmitted, onUncertain };
	});
}

function ofSubmit({ signal, onSubmitting, attempts, extraBody }: SubmitOptions): SubmitOptions {
	if (attempts !== undefined && !(Number.isInteger(attempts) && attempts > 0)) {
		throw new ConfigurationError(
			'attempts',
			`${formatValue(attempts)} is not a number of attempts: give a whole number from 1 up`,
		);
	}
	return { signal, onSubmitting, attempts, extraBody };
}
