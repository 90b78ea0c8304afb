import { join } from 'node:path';
import ts from 'typescript-5.9';

/** What an editor shows in its list: a name, and whether it is struck through. */
export interface Offer {
	readonly name: string;
	readonly isStruckThrough: boolean;
	readonly kind: string;
}

/** What an editor shows at the last `|` in a program. */
export interface LanguageService {
	/** The list of names, in the editor's order. */
	complete(program: string): Offer[];

	/** The names that are struck through in the list of names. */
	struckThrough(program: string): string[];

	/** The type and the doc comment behind a name, each tag at the start of a line. */
	hover(program: string): string;

	/** The errors of a program, which has no `|`. */
	diagnose(program: string): string[];

	/** The name and the parameters of the call around `|`, without what it returns. */
	signature(program: string): string;
}

const root = join(import.meta.dirname, '../..');
const file = join(root, 'test/compiler/.programs/completions.ts');

/** Starts TypeScript's language service, as an editor does, on one file against the built package. */
export function startLanguageService(): LanguageService {
	let text = '';
	let version = 0;
	const service = ts.createLanguageService({
		...ts.sys,
		useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
		getScriptFileNames: () => [file],
		getScriptVersion: (path) => (path === file ? String(version) : '1'),
		getScriptSnapshot: (path) => {
			const content = path === file ? text : ts.sys.readFile(path);
			return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
		},
		fileExists: (path) => path === file || ts.sys.fileExists(path),
		getCurrentDirectory: () => root,
		getCompilationSettings: () => options,
		getDefaultLibFileName: ts.getDefaultLibFilePath,
	});

	const edit = (program: string): void => {
		if (program !== text) version++;
		text = program;
	};

	/** Opens the program, and answers with the place of the last `|`. */
	const open = (program: string): number => {
		const position = program.lastIndexOf('|');
		edit(program.slice(0, position) + program.slice(position + 1));
		return position;
	};

	const complete = (program: string): Offer[] => {
		const entries = service.getCompletionsAtPosition(file, open(program), {})?.entries ?? [];
		return [...entries].sort(byEditor).map(({ name, kind, kindModifiers = '' }) => ({
			name,
			kind,
			isStruckThrough: kindModifiers.split(',').includes('deprecated'),
		}));
	};

	return {
		complete,
		struckThrough: (program) =>
			complete(program)
				.filter(({ isStruckThrough }) => isStruckThrough)
				.map(({ name }) => name),
		hover(program) {
			const { displayParts, documentation, tags } = service.getQuickInfoAtPosition(file, open(program)) ?? {};
			const tagged = tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
			return [ts.displayPartsToString(displayParts), ts.displayPartsToString(documentation), ...tagged].join('\n');
		},
		diagnose(program) {
			edit(program);
			return service
				.getSemanticDiagnostics(file)
				.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
		},
		signature(program) {
			const [call] = service.getSignatureHelpItems(file, open(program), {})?.items ?? [];
			const parameters = call?.parameters.map(({ displayParts }) => ts.displayPartsToString(displayParts)) ?? [];
			return `${ts.displayPartsToString(call?.prefixDisplayParts)}${parameters.join(', ')})`;
		},
	};
}

const options: ts.CompilerOptions = {
	strict: true,
	target: ts.ScriptTarget.ES2022,
	lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
	module: ts.ModuleKind.NodeNext,
	moduleResolution: ts.ModuleResolutionKind.NodeNext,
	types: [],
};

/** An editor sorts by `sortText`; the sort is stable, so that equals stay as the service gives them. */
function byEditor(one: ts.CompletionEntry, other: ts.CompletionEntry): number {
	return one.sortText < other.sortText ? -1 : Number(one.sortText > other.sortText);
}
