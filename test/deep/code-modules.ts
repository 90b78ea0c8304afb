import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import type { VideoRequest } from 'seedance-builder';
import { compileFiles, type CompilerVersion } from '../compiler/compile.js';

const run = promisify(execFile);

/** What a compiler printed of modules that `toCode` wrote, and the requests that they build. */
interface BuiltModules {
	/** The errors, as printed; empty where all compile. */
	readonly errors: string;
	readonly requests: readonly VideoRequest[];
}

/** Compiles modules in one program, and runs each against the built package. */
export async function buildModules(
	version: CompilerVersion,
	name: string,
	modules: readonly string[],
): Promise<BuiltModules> {
	const files = Object.fromEntries(modules.map((code, index) => [`m${index}.ts`, code]));
	const output = await compileFiles(version, name, files);
	const folder = join(import.meta.dirname, '../compiler/.programs', `${name}-${version}`);
	for (const [file, code] of Object.entries(files)) {
		const { code: script } = await transform(code, { loader: 'ts' });
		await writeFile(join(folder, file.replace('.ts', '.mjs')), script);
	}
	await writeFile(join(folder, 'run.mjs'), runner);
	await run(process.execPath, [join(folder, 'run.mjs'), String(modules.length)]);
	const requests = JSON.parse(await readFile(join(folder, 'requests.json'), 'utf8')) as VideoRequest[];
	return { errors: output.split(/^Files:/m)[0]!.trim(), requests };
}

const runner = `
import { writeFileSync } from 'node:fs';
const requests = [];
for (let index = 0; index < Number(process.argv[2]); index++) {
	requests.push((await import(\`./m\${index}.mjs\`)).request);
}
writeFileSync(new URL('requests.json', import.meta.url), JSON.stringify(requests));
`;
