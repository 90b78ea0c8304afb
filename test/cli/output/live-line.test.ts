import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveLine } from '../../../src/cli/output/live-line.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function terminal(columns: number) {
	let written = '';
	const output = { columns, write: (text: string) => (written += text) };
	return { output, written: () => written.replaceAll('\r\u001b[K', '|') };
}

test('is drawn again every second, until it is removed', () => {
	const { output, written } = terminal(80);
	const live = createLiveLine(output);
	let count = 0;
	live.show(() => String((count += 1)));
	vi.advanceTimersByTime(2_000);
	live.clear();
	vi.advanceTimersByTime(5_000);
	expect(written()).toBe('|1|2|3|');
});

test('is cut to the width that the terminal has at the time', () => {
	const { output, written } = terminal(6);
	const live = createLiveLine(output);
	live.show(() => '0123456789');
	output.columns = 4;
	vi.advanceTimersByTime(1_000);
	expect(written()).toBe('|01234|012');
});

test('stays below a text that is written meanwhile', () => {
	const { output, written } = terminal(80);
	const live = createLiveLine(output);
	live.above('first\n');
	live.show(() => 'live');
	live.above('second\n');
	live.clear();
	live.above('third\n');
	expect(written()).toBe('first\n|live|second\n|live|third\n');
});
