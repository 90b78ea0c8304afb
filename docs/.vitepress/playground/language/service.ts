import { createSystem, createVirtualTypeScriptEnvironment } from '@typescript/vfs';
import type typescript from 'typescript';
import { compilerOptions } from './compiler-options.js';
import { explain } from './explain.js';
import type { Checked, Description, Language, Offers, Problem, Signature } from './messages.js';
import { withExports } from './with-exports.js';

type TypeScript = typeof typescript;

/**
 * Starts TypeScript's language service on one program.
 *
 * @param ts The compiler.
 * @param files The declarations that the program is compiled against, by path.
 */
export function startLanguage(ts: TypeScript, files: Readonly<Record<string, string>>): Language {
	const system = createSystem(new Map([...Object.entries(files), [path, empty]]));
	const { languageService, ...environment } = createVirtualTypeScriptEnvironment(
		system,
		[path],
		ts,
		compilerOptions(ts),
	);
	let current = empty;

	/** Opens a program: the service checks again only what has changed. */
	function open(text: string): void {
		if (text === current) return;
		environment.updateFile(path, text === '' ? empty : text);
		current = text;
	}

	return {
		check(text): Checked {
			open(text);
			const errors = [
				...languageService.getSyntacticDiagnostics(path),
				...languageService.getSemanticDiagnostics(path),
			];
			const problems = errors.flatMap((error) => (error.start === undefined ? [] : [problemOf(ts, text, error)]));
			const deprecated = languageService
				.getSuggestionDiagnostics(path)
				.filter(({ reportsDeprecated }) => reportsDeprecated)
				.map(({ start, length }) => ({ from: start, to: start + length }));
			return { problems, deprecated, javascript: javascriptOf(ts, text) };
		},

		complete(text, position): Offers | undefined {
			open(text);
			const found = languageService.getCompletionsAtPosition(path, position, {});
			if (!found) return undefined;
			const [word = ''] = /[\w$]*$/.exec(text.slice(0, position)) ?? [];
			return {
				from: found.optionalReplacementSpan?.start ?? position - word.length,
				offers: found.entries.map(({ name, kind, sortText, kindModifiers = '' }) => ({
					name,
					kind,
					sortText,
					isDeprecated: kindModifiers.split(',').includes('deprecated'),
				})),
			};
		},

		describe(text, position, name): Description | undefined {
			open(text);
			const details = languageService.getCompletionEntryDetails(path, position, name, {}, undefined, {}, undefined);
			return (
				details && {
					from: position,
					to: position,
					type: ts.displayPartsToString(details.displayParts),
					documentation: documentationOf(ts, details),
				}
			);
		},

		hover(text, position): Description | undefined {
			open(text);
			const info = languageService.getQuickInfoAtPosition(path, position);
			return (
				info && {
					from: info.textSpan.start,
					to: info.textSpan.start + info.textSpan.length,
					type: ts.displayPartsToString(info.displayParts),
					documentation: documentationOf(ts, info),
				}
			);
		},

		signature(text, position): Signature | undefined {
			open(text);
			const found = languageService.getSignatureHelpItems(path, position, {});
			const item = found?.items[found.selectedItemIndex];
			if (!found || !item) return undefined;
			const parameters = item.parameters.map(({ displayParts }) => ts.displayPartsToString(displayParts));
			const index = Math.min(found.argumentIndex, parameters.length - 1);
			const separator = ts.displayPartsToString(item.separatorDisplayParts);
			const earlier = parameters.slice(0, Math.max(index, 0)).map((parameter) => `${parameter}${separator}`);
			const later = parameters.slice(index + 1).map((parameter) => `${separator}${parameter}`);
			return {
				from: found.applicableSpan.start,
				before: `${ts.displayPartsToString(item.prefixDisplayParts)}${earlier.join('')}`,
				parameter: parameters[index] ?? '',
				after: `${later.join('')}${ts.displayPartsToString(item.suffixDisplayParts)}`,
				documentation: ts.displayPartsToString(item.documentation),
			};
		},
	};
}

const path = '/program.ts';

/** The environment takes an empty file for a missing one. */
const empty = ' ';

function problemOf(ts: TypeScript, text: string, error: typescript.Diagnostic): Problem {
	const { start = 0, length = 0, code } = error;
	const details = ts.flattenDiagnosticMessageText(error.messageText, '\n');
	const before = text.slice(0, start).split('\n');
	return {
		from: start,
		to: start + length,
		line: before.length,
		column: before.at(-1)!.length + 1,
		sentences: explain({ message: details, code, source: text.slice(start, start + length) }),
		details: `TS${code}: ${details}`,
	};
}

function documentationOf(
	ts: TypeScript,
	{ documentation, tags }: Pick<typescript.QuickInfo, 'documentation' | 'tags'>,
): string {
	const tagged = tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
	// A line of a comment ends where the source file is full; a paragraph and an item of a list begin a new one.
	const prose = ts.displayPartsToString(documentation).replaceAll(/(?<!\n)\n(?![\n-])/g, ' ');
	return [prose, ...tagged].filter(Boolean).join('\n\n');
}

function javascriptOf(ts: TypeScript, text: string): string {
	return ts.transpile(withExports(ts, text), {
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.CommonJS,
		esModuleInterop: true,
	});
}
