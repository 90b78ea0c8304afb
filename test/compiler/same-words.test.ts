import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import type { RequestIssue } from '../../src/errors/invalid-request-error.js';
import { compile } from './compile.js';
import { errorText } from './error-text.js';
import { pairs } from './programs.js';

const folder = join(import.meta.dirname, '.programs/same-words-5.9');
const run = promisify(execFile);

let printed: ReadonlyMap<string, string>;
let issues: readonly (readonly RequestIssue[])[];

/** Compiles the wrong programs, then runs them all the same. */
beforeAll(async () => {
	const programs = Object.fromEntries(pairs.map(({ rule, wrong }) => [rule, wrong]));
	({ errors: printed } = await compile('5.9', 'same-words', programs));
	await Promise.all(pairs.map((_, index) => transpile(`p${index}`)));
	await writeFile(join(folder, 'run.mjs'), runner);
	const { stdout } = await run(process.execPath, [join(folder, 'run.mjs'), String(pairs.length)]);
	issues = JSON.parse(stdout) as RequestIssue[][];
}, 120_000);

test.each(pairs.map((pair, index) => ({ ...pair, index })))(
	'the run time names the rule, in the compiler’s words: $rule',
	({ id, rule, index }) => {
		const said = issues[index]!.filter((issue) => issue.rule === id).map(({ message }) => withoutFinding(message));
		// The compiler escapes the quotes in a sentence.
		const text = errorText(printed.get(rule)).replaceAll('\\"', '"');
		expect(said.filter((message) => text.includes(message) || namesTheChoices(message, text))).not.toStrictEqual([]);
	},
);

/** Of a shot, the run time also says which it is; of a slot's value, what it is. */
function withoutFinding(message: string): string {
	return message.replace(/^shot \d+ /, 'a shot ').replace(/(a list of handles or a prompt): it .+$/, '$1');
}

/** For a finite choice the compiler has no sentence: it prints the value and the choices, and so does the run time. */
function namesTheChoices(message: string, text: string): boolean {
	const [, given, choices] = /Argument of type '(.+)' is not assignable to parameter of type '(.+)'/.exec(text) ?? [];
	const literals = [given, choices].flatMap((types) => types?.match(/(?<=")[^"|]+(?=")/g) ?? []);
	return literals.length > 0 && literals.every((literal) => message.includes(literal));
}

async function transpile(name: string): Promise<void> {
	const program = await readFile(join(folder, `${name}.ts`), 'utf8');
	const { outputText } = ts.transpileModule(program, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
	});
	await writeFile(join(folder, `${name}.mjs`), outputText);
}

/** Prints the issues that each program ends with. An error of another kind ends it all. */
const runner = `
const all = [];
for (let index = 0; index < Number(process.argv[2]); index++) {
	const error = await import(\`./p\${index}.mjs\`).then(() => undefined, (error) => error);
	if (error && error.name !== 'InvalidRequestError') throw error;
	all.push(error?.issues ?? []);
}
console.log(JSON.stringify(all));
`;
