/**
 * Draws a bar: `[#####-----]  50 %`. It has ASCII characters alone, because terminals for Chinese and Japanese show block characters
 * twice as wide.
 */
export function bar(fraction: number): string {
	const part = Math.min(Math.max(fraction, 0), 1);
	const done = Math.round(part * width);
	const percent = String(Math.round(part * 100)).padStart(3);
	return `[${'#'.repeat(done)}${'-'.repeat(width - done)}] ${percent} %`;
}

/** Shows milliseconds as minutes, a colon and two digits of seconds. */
export function clockTime(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1_000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Shows a size in megabytes, of a million bytes each, with one decimal. */
export function megabytes(bytes: number): string {
	return (bytes / 1_000_000).toFixed(1);
}

const width = 20;
