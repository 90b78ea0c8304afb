import { compile, type CompilerVersion } from '../compiler/compile.js';
import type { Pair } from '../compiler/programs.js';
import { emptyFor } from './programs.js';

/** What a program costs a compiler, over an empty program with the same import. */
export interface Cost {
	readonly instantiations: number;

	/** In milliseconds. */
	readonly checkTime: number;

	/** What the compiler refused, as printed; empty where it compiled. */
	readonly errors: string;
}

/** Compiles a program alone, an expression or a module as `compile` takes it, and answers with what it costs. */
export async function costOf(version: CompilerVersion, name: string, program: string): Promise<Cost> {
	const floor = await floorOf(version, emptyFor(program));
	const { instantiations, checkTime, errors } = await compile(version, `cost-${name}`, { program });
	return {
		instantiations: instantiations - floor.instantiations,
		checkTime: checkTime - floor.checkTime,
		errors: errors.get('program') ?? '',
	};
}

/** The instantiations of a wrong chain and of the right one. */
export async function pairCost(version: CompilerVersion, pair: Pair): Promise<{ wrong: number; right: number }> {
	const [wrong, right] = await Promise.all([
		costOf(version, 'wrong', pair.wrong),
		costOf(version, 'right', pair.right),
	]);
	return { wrong: wrong.instantiations, right: right.instantiations };
}

const floors = new Map<string, ReturnType<typeof compile>>();

/** The cost of an empty program, compiled once. */
function floorOf(version: CompilerVersion, empty: string): ReturnType<typeof compile> {
	const key = `${version} ${empty}`;
	const floor = floors.get(key) ?? compile(version, `cost-floor-${floors.size}`, { empty });
	floors.set(key, floor);
	return floor;
}
