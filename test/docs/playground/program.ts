import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import * as library from 'seedance-builder';
import { packDeclarations } from '../../../docs/.vitepress/playground/build/pack-declarations.js';
import type { Language, Problem } from '../../../docs/.vitepress/playground/language/messages.js';
import { startLanguage } from '../../../docs/.vitepress/playground/language/service.js';
import type { Shown } from '../../../docs/.vitepress/playground/program/messages.js';
import { showExports } from '../../../docs/.vitepress/playground/program/show.js';

/** The folder of the package. */
export const root = join(import.meta.dirname, '../../..');

/** The language service of the playground, with the declarations of the built package, as the browser gets them. */
export const language: Language = startLanguage(ts, packDeclarations(root));

/** What the playground makes of a program: its errors, or what it shows of its requests. */
export interface Outcome {
	readonly problems: readonly Problem[];
	readonly shown: readonly Shown[];
}

/** Checks a program, and runs it if it has no error. */
export async function outcomeOf(program: string): Promise<Outcome> {
	const { problems, javascript } = language.check(program);
	if (problems.length > 0) return { problems, shown: [] };
	const exports: Record<string, unknown> = {};
	const run = runInThisContext(`(async (require, exports) => {${javascript}\n})`);
	await run(() => library, exports);
	return { problems, shown: showExports(exports) };
}
