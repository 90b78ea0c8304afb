import { compileFiles, type CompilerVersion } from '../compiler/compile.js';
import { linesOf, blockOf, type ChainData } from './chain.js';

/** The first thing that a compiler says of a chain. */
export interface Refusal {
	/** The position of the call that it refuses; behind the last are the payload and the finished chain. */
	readonly at: number;

	/** The error as printed. */
	readonly text: string;
}

/** Compiles the chains as one program and answers with the first refusal in each, or `undefined` where it compiles. */
export async function refusalsOf(
	version: CompilerVersion,
	name: string,
	chains: readonly ChainData[],
): Promise<readonly (Refusal | undefined)[]> {
	const imports = 'editVideo, extendVideo, media, video, type FinishedChain, type VideoOptions';
	const head = `import { ${imports} } from 'seedance-builder';\n`;
	const output = await compileFiles(version, name, { 'chains.ts': head + chains.map(blockOf).join('') });
	const errors = errorsByLine(output);
	let line = 2; // the import is the first
	return chains.map((chain) => {
		const start = line;
		line += linesOf(chain);
		const found = [...Array(linesOf(chain) - 1).keys()].find((place) => errors.has(start + 1 + place));
		if (found === undefined) return undefined;
		const text = errors.get(start + 1 + found)!;
		// A verb that is refused through its result is the one before that where the compiler stops.
		return { at: found - Number(text.includes("does not exist on type 'NotAllowed<")), text };
	});
}

/** The first error of each line. An error that is in no chain is a broken test, not a verdict. */
function errorsByLine(output: string): ReadonlyMap<number, string> {
	const errors = new Map<number, string>();
	for (const block of output.split(/^(?=\S.*error TS)/m)) {
		const line = Number(/chains\.ts\((\d+),/.exec(block)?.[1]);
		if (/error TS(?:1\d{3}|2304|2307|2352|5\d{3}):/.test(block))
			throw new Error(`the program itself is wrong: ${block}`);
		if (line > 0 && !errors.has(line)) errors.set(line, block.split(/^[A-Z][^\n:]*:\s+\d/m)[0]!.trim());
	}
	return errors;
}
