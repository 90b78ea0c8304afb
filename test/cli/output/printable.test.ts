import { expect, test } from 'vitest';
import { printable } from '../../../src/cli/output/printable.js';
import { here } from '../seedance.js';

test('control characters are shown as their codes', () => {
	expect(printable('a\u001b[2Jb\u0007\r\u009bc\td\ne 猫')).toBe('a\\x1b[2Jb\\x07\\x0d\\x9bc\td\ne 猫');
});

test('a message of the API cannot write to the terminal', async () => {
	const message = 'no\u001b[2J\u001b]0;title\u0007';
	const fetch = async (): Promise<Response> => Response.json({ error: { message, code: 'x' } }, { status: 403 });
	const { stderr } = await here(['status', 'asyntask_1'], { fetch });
	expect(stderr).toContain('no\\x1b[2J');
	// oxlint-disable-next-line no-control-regex -- the characters that must not be there.
	expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});
