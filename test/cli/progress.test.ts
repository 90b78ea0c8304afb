import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.js';

test('a terminal shows one line that is rewritten', () => {
	expect(told({ isTTY: true }, 'queued', 'running', 'running')).toBe('\r\x1b[Kqueued\r\x1b[Krunning\n');
});

test('any other output has a line for each change', () => {
	expect(told({ isTTY: false }, 'queued', 'running', 'running')).toBe('queued\nrunning\n');
});

test('no line is ended if nothing was shown', () => {
	expect(told({ isTTY: true })).toBe('');
});

function told({ isTTY }: { isTTY: boolean }, ...texts: string[]): string {
	let written = '';
	const progress = createProgress({ write: (text) => (written += text), isTTY });
	for (const text of texts) progress.show(text);
	progress.end();
	return written;
}
