import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureKinds } from '../../src/errors/failure-kind.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');

/** The rows of the table of kinds. Only its first column has one name in lower case. */
const rows = page.match(/^\| `[a-z-]+` \| (?:yes|no) \|.*$/gm);

test('the table of kinds says what the messages say', () => {
	const expected = Object.entries(failureKinds).map(
		([kind, { retryable, advice }]) => `| \`${kind}\` | ${retryable ? 'yes' : 'no'} | ${advice} |`,
	);
	expect(rows?.map((row) => row.replace('`.generateAudio(false)`', '.generateAudio(false)'))).toStrictEqual(expected);
});
