import { UsageError } from './usage-error.js';

/**
 * Refuses flags that people try, and that would do harm or something else.
 *
 * @throws {UsageError} With the reason. The value of a flag is not in it.
 */
export function refuseFlags(argv: readonly string[]): void {
	for (const argument of argv) {
		if (argument === '--') return;
		const [, flag = ''] = /^--([\w-]+)/.exec(argument) ?? [];
		if (/^(?:api[-_]?)?(?:key|token|secret)$|^bearer$|^authorization$/i.test(flag)) {
			throw new UsageError(
				`--${flag} is refused: other users of this machine can see the arguments of a program, and shells keep them in their history; set SEEDANCE_API_KEY in the environment, or pass --key-file <file>`,
			);
		}
		if (flag === 'no-audio') {
			throw new UsageError(
				'--no-audio is unknown: write --no-generate-audio for a video without sound; --audio adds a reference',
			);
		}
	}
}
