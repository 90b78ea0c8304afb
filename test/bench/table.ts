/** A measured figure beside its budget. */
export interface Row {
	readonly what: string;
	readonly value: number;

	/** The most that `value` may be; a figure without one is for information. */
	readonly budget?: number;
	readonly unit: string;
	readonly note?: string;
}

/** Lays the rows out as text, and marks plainly what is over its budget. */
export function tableOf(title: string, rows: readonly Row[]): string {
	const cells = rows.map(({ what, value, budget, unit, note = '' }) => [
		what,
		figure(value, unit),
		budget === undefined ? '' : `at most ${figure(budget, unit)}`,
		budget !== undefined && value > budget ? 'OVER BUDGET' : '',
		note,
	]);
	const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]!.length))) ?? [];
	const lines = cells.map((row) => row.map((cell, column) => aligned(cell, widths[column]!, column)).join('  '));
	return `\n${title}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

/** A figure beside that of a peer, as a ratio. */
export function ratioRow(
	what: string,
	value: number,
	peer: number,
	budget: number | undefined,
	unit: string,
	against: string,
): Row {
	const note = `${value.toFixed(1)} ${unit}, ${against} ${peer.toFixed(1)} ${unit}`;
	return { what, value: value / peer, ...(budget === undefined ? {} : { budget }), unit: '×', note };
}

function figure(value: number, unit: string): string {
	const digits = unit === '' || unit === 'ms' ? 0 : 2;
	return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`.trim();
}

function aligned(cell: string, width: number, column: number): string {
	return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
