import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

/** The compilers that users have, by the name of their package here. */
export const compilers = { '5.9': 'typescript-5.9', '6.0': 'typescript', '7.0': 'ts7' } as const;

/** A TypeScript version that the library supports. */
export type CompilerVersion = keyof typeof compilers;

/** What a compiler made of a set of programs. */
export interface Compilation {
	/** The errors of each program, by its name, as the compiler printed them. */
	readonly errors: ReadonlyMap<string, string>;

	/** How many types were instantiated for all of them. */
	readonly instantiations: number;

	/** How long the checker took, in milliseconds. */
	readonly checkTime: number;
}

/**
 * Compiles programs against the built package, as a user's project would: by its own name, strict. Each program is an
 * expression or a whole module; an expression gets the import it needs. `types` are the `@types` packages that they see.
 */
export async function compile(
	version: CompilerVersion,
	name: string,
	programs: Readonly<Record<string, string>>,
	types: readonly string[] = [],
): Promise<Compilation> {
	const files = new Map(Object.keys(programs).map((program, index) => [`p${index}.ts`, program]));
	const modules = [...files].map(([file, program]) => [file, moduleOf(programs[program]!)]);
	const output = await compileFiles(version, name, Object.fromEntries(modules), types);
	const errors = new Map<string, string>();
	for (const block of output.split(/^(?=\S*p\d+\.ts\()/m)) {
		const program = files.get(/(p\d+\.ts)\(/.exec(block)?.[1] ?? '');
		if (program !== undefined)
			errors.set(program, `${errors.get(program) ?? ''}${block.split(/^\S+:\s+\d/m)[0]!.trim()}\n`);
	}
	return {
		errors,
		instantiations: Number(/^Instantiations:\s*(\d+)/m.exec(output)?.[1]),
		checkTime: Number(/^Check time:\s*([\d.]+)s/m.exec(output)?.[1]) * 1000,
	};
}

/** Compiles modules, by their file names, together in one program, and answers with all that the compiler printed. */
export async function compileFiles(
	version: CompilerVersion,
	name: string,
	files: Readonly<Record<string, string>>,
	types: readonly string[] = [],
): Promise<string> {
	return run(version, await project(version, name, files, { noEmit: true, types }));
}

/** What a compiler made of the declarations of modules. */
export interface Declarations {
	/** All errors, as printed; empty where the modules compile. */
	readonly errors: string;

	/** Each declaration of a `const`, by its module's name and its own: `start.text`. */
	readonly declarations: ReadonlyMap<string, string>;
}

/** Emits the declarations of modules, by their names, as a library's build does. */
export async function emitDeclarations(
	version: CompilerVersion,
	name: string,
	modules: Readonly<Record<string, string>>,
): Promise<Declarations> {
	const files = Object.fromEntries(Object.entries(modules).map(([module, text]) => [`${module}.ts`, text]));
	const emit = { declaration: true, emitDeclarationOnly: true, outDir: 'out', rootDir: '.', types: [] };
	const folder = await project(version, name, files, emit);
	const output = await run(version, folder);
	const declarations = new Map<string, string>();
	for (const file of await readdir(join(folder, 'out'))) {
		const text = await readFile(join(folder, 'out', file), 'utf8');
		for (const declaration of text.split(/^export declare (?=const )/m).slice(1)) {
			declarations.set(`${file.split('.')[0]}.${/^const (\w+)/.exec(declaration)?.[1]}`, declaration);
		}
	}
	return { errors: output.split(/^Files:/m)[0]!.trim(), declarations };
}

/** Writes the files of a project, and answers with its folder. */
export async function project(
	version: CompilerVersion,
	name: string,
	files: Readonly<Record<string, string>>,
	options: Readonly<Record<string, unknown>>,
): Promise<string> {
	const folder = join(root, 'test/compiler/.programs', `${name}-${version}`);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
	const tsconfig = { compilerOptions: { ...compilerOptions, ...options }, include: ['*.ts'] };
	await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
	return folder;
}

const compilerOptions = {
	strict: true,
	target: 'es2022',
	lib: ['es2022', 'dom'],
	module: 'nodenext',
	moduleResolution: 'nodenext',
	skipLibCheck: true,
};

function moduleOf(program: string): string {
	return program.startsWith('import ')
		? program
		: `import { video } from 'seedance-builder';\nexport const request = ${program};\n`;
}

function run(version: CompilerVersion, folder: string): Promise<string> {
	const tsc = join(dirname(require.resolve(`${compilers[version]}/package.json`)), 'bin/tsc');
	// One checker only: with several, TypeScript 7 counts what each of them instantiates.
	const single = version === '7.0' ? ['--singleThreaded'] : [];
	return new Promise((resolve, reject) => {
		const tool = spawn(process.execPath, [tsc, '-p', folder, '--pretty', 'false', '--extendedDiagnostics', ...single]);
		let output = '';
		tool.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
		tool.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
		tool.on('error', reject);
		tool.on('close', () => resolve(output));
	});
}
