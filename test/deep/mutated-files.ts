import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SeedanceError } from '../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../src/media-files/index.js';

/** What became of the calls with mutated files. */
interface Outcomes {
	/** How often each outcome came: `handle`, `facts`, or the reason of a `MediaFileError`. */
	readonly counts: Readonly<Record<string, number>>;

	/** The calls that broke a promise, in words. */
	readonly problems: readonly string[];
}

/** Mutates files of a folder, and gives each to both functions. Runs in a process of its own, whose memory can be told. */
export async function playMutations(folder: string, seed: number, from: number, to: number): Promise<Outcomes> {
	const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));
	const originals = names.sort().map((name) => [name, readFileSync(join(folder, name))] as const);
	const counts: Record<string, number> = {};
	const problems: string[] = [];
	for (let run = from; run < to; run += 1) {
		const random = randomNumbers(seed * 65_537 + run);
		const [name, original] = originals[random(originals.length)]!;
		const mutation = mutations[random(mutations.length)]!;
		const bytes = mutation(Buffer.from(original), random);
		for (const call of [mediaFromFile, probeMedia]) {
			const before = process.cpuUsage();
			// oxlint-disable-next-line no-await-in-loop -- Each file alone is measured.
			const outcome = await call(bytes).then(
				(value) => ('url' in value ? 'handle' : 'facts'),
				(error: unknown) => reasonOf(error),
			);
			const { user, system } = process.cpuUsage(before);
			counts[outcome] = (counts[outcome] ?? 0) + 1;
			const what = `RUN=${run}, ${name}, ${mutation.name}, ${call.name}`;
			if (outcome.startsWith('raw')) problems.push(`${what}: ${outcome}`);
			if (user + system > 1_000_000) problems.push(`${what}: took ${user + system} microseconds of the processor`);
		}
	}
	return { counts, problems };
}

type Random = (below: number) => number;

/** What is done to a file. */
const mutations: readonly ((bytes: Buffer, random: Random) => Uint8Array)[] = [
	function truncated(bytes, random) {
		return bytes.subarray(0, random(bytes.byteLength));
	},
	function flippedBits(bytes, random) {
		for (let left = 1 + random(20); left > 0; left -= 1) bytes[random(bytes.byteLength)]! ^= 1 << random(8);
		return bytes;
	},
	function otherBytes(bytes, random) {
		for (let left = 1 + random(50); left > 0; left -= 1) bytes[random(Math.min(bytes.byteLength, 2_000))] = random(256);
		return bytes;
	},
	function otherNumbers(bytes, random) {
		for (let left = 1 + random(3); left > 0; left -= 1) {
			bytes.writeUInt32BE(numbers[random(numbers.length)]!, random(bytes.byteLength - 4));
		}
		return bytes;
	},
	/** The tables of an mp4 have numbers of four bytes, each at a multiple of four from the name of their box. */
	function otherTables(bytes, random) {
		const start = Math.max(0, bytes.lastIndexOf('moov'), random(2) * bytes.lastIndexOf('moof'));
		for (let left = 1 + random(3); left > 0; left -= 1) {
			const at = start + 4 * random(Math.floor((bytes.byteLength - start) / 4));
			bytes.writeUInt32BE(numbers[random(numbers.length)]!, Math.min(at, bytes.byteLength - 4));
		}
		return bytes;
	},
	function randomBehindTheStart(bytes, random) {
		const noise = Buffer.from(Array.from({ length: random(3_000) }, () => random(256)));
		return Buffer.concat([bytes.subarray(0, random(60)), noise]);
	},
	function withoutAPart(bytes, random) {
		const at = random(bytes.byteLength);
		return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(5_000))]);
	},
	function twice(bytes, random) {
		return Buffer.concat([bytes.subarray(0, random(bytes.byteLength)), bytes]);
	},
];

const numbers = [0xffff_ffff, 0x7fff_ffff, 0x0fff_ffff, 1_000_000, 200_000, 1, 0];

function reasonOf(error: unknown): string {
	if (!(error instanceof SeedanceError)) return `raw ${String(error)}`;
	return 'problems' in error ? (error.problems as { reason: string }[])[0]!.reason : `raw ${error.name}`;
}

/** Random numbers that a seed repeats. */
function randomNumbers(seed: number): Random {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
