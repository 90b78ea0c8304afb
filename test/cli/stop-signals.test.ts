import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Stopped, type stopCodes } from '../../src/cli/io.js';
import { stopSignals } from '../../src/cli/stop-signals.js';

class FakeProcess extends EventEmitter {
	readonly exits: number[] = [];

	exit(code: number): void {
		this.exits.push(code);
	}
}

let process: FakeProcess;
beforeEach(() => {
	vi.useFakeTimers();
	process = new FakeProcess();
});
afterEach(() => void vi.useRealTimers());

describe.each<keyof typeof stopCodes>(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s', (name) => {
	test('first stops the command', () => {
		const { signal, force } = stopSignals(process);
		process.emit(name);
		expect(signal.reason).toStrictEqual(new Stopped(name));
		expect(force.aborted).toBe(false);
	});

	test('that arrives twice, from the terminal and from npx, is one', () => {
		const { force } = stopSignals(process);
		process.emit(name);
		vi.advanceTimersByTime(100);
		process.emit(name);
		expect(force.aborted).toBe(false);
	});

	test('for the second time forces the command, and then ends the process', () => {
		const { force } = stopSignals(process);
		process.emit(name);
		vi.advanceTimersByTime(1_000);
		process.emit(name);
		expect(force.aborted).toBe(true);
		expect(process.exits).toStrictEqual([]);
		vi.advanceTimersByTime(1_000);
		expect(process.exits).toStrictEqual([{ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[name]]);
	});

	test('of another kind is not taken for the same one', () => {
		const { force } = stopSignals(process);
		process.emit(name);
		process.emit(name === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
		expect(force.aborted).toBe(true);
	});

	test('for the third time ends the process at once', () => {
		stopSignals(process);
		process.emit(name);
		vi.advanceTimersByTime(1_000);
		process.emit(name);
		process.emit(name);
		expect(process.exits).toHaveLength(1);
	});
});

test('SIGTERM forces the command after a while, Ctrl-C does not', () => {
	const interrupted = stopSignals(process);
	process.emit('SIGINT');
	vi.advanceTimersByTime(60_000);
	expect(interrupted.force.aborted).toBe(false);

	const other = new FakeProcess();
	const terminated = stopSignals(other);
	other.emit('SIGTERM');
	vi.advanceTimersByTime(60_000);
	expect(terminated.force.aborted).toBe(true);
	expect(other.exits).toStrictEqual([143]);
});
