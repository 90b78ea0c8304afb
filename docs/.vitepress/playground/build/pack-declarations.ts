import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { compilerOptions } from '../language/compiler-options.js';

/** The files that a program of the playground is compiled against: their text, by the path that the browser gives them. */
export type DeclarationFiles = Record<string, string>;

/**
 * Packs the declarations of the built package, and those of zod and TypeScript that they need.
 *
 * A program that imports the package is compiled, and the files that the compiler reads for it are packed.
 *
 * @param root The folder of the package, with its `dist`.
 * @throws {Error} If that program does not compile, because the package is not built.
 */
export function packDeclarations(root: string): DeclarationFiles {
	const entry = join(root, 'playground-program.ts');
	const options = compilerOptions(ts);
	const host = ts.createCompilerHost(options);
	const read = new Map<string, string>();
	const program = ts.createProgram([entry], options, {
		...host,
		getCurrentDirectory: () => root,
		fileExists: (path) => path === entry || host.fileExists(path),
		readFile: (path) => keep(path, host.readFile(path)),
		getSourceFile: (path, language) => {
			const text = path === entry ? `import 'seedance-builder';\n` : keep(path, host.readFile(path));
			return text === undefined ? undefined : ts.createSourceFile(path, text, language);
		},
	});
	const [error] = ts.getPreEmitDiagnostics(program);
	if (error)
		throw new Error(`${ts.flattenDiagnosticMessageText(error.messageText, '\n')}: run \`npm run build\` first`);
	const files = Array.from(read, ([path, text]) => [browserPath(root, path), browserText(path, text)] as const);
	return Object.fromEntries(files.filter(([path]) => !path.startsWith('/node_modules/typescript/')));

	function keep(path: string, text: string | undefined): string | undefined {
		if (text !== undefined) read.set(path, text);
		return text;
	}
}

/** Returns the path of a file in the browser: the package is in `node_modules` there, and TypeScript's own libraries at the root. */
function browserPath(root: string, path: string): string {
	const inLibrary = relative(dirname(ts.getDefaultLibFilePath({})), path);
	if (!inLibrary.startsWith('..')) return `/${inLibrary}`;
	const inRoot = relative(root, path).split(sep).join('/');
	return inRoot.startsWith('node_modules/') ? `/${inRoot}` : `/node_modules/seedance-builder/${inRoot}`;
}

/** Of a package.json, the compiler reads only where the declarations are. */
function browserText(path: string, text: string): string {
	if (!path.endsWith('package.json')) return text;
	const { name, version, type, types, exports } = JSON.parse(text);
	return JSON.stringify({ name, version, type, types, exports });
}
