/** Sends what a program writes to the console, as text: at most 100 lines, each of at most 2,000 characters. */
export function sendConsole(scope: { console: Console }, send: (line: string) => void): void {
	let left = mostLines;
	const write = (...values: readonly unknown[]): void => {
		if (left === 0) return;
		left -= 1;
		const line = left === 0 ? `… only ${mostLines} lines are shown` : values.map(textOf).join(' ');
		send(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
	};
	for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) scope.console[method] = write;
}

const mostLines = 100;
const longestLine = 2_000;

function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	try {
		return JSON.stringify(value, null, 2) ?? String(value);
	} catch {
		return String(value); // It has a cycle or a bigint.
	}
}
