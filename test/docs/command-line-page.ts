import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import ts from 'typescript';
import { exitCodes } from '../../src/cli/exit-codes.js';
import type { Context } from '../../src/cli/context.js';
import { createProgram } from '../../src/cli/program.js';

const root = join(import.meta.dirname, '../..');

/** The page with its tables as the command line has them. The text between them is written by hand. */
export function commandLinePage(page: string): string {
	const parts = { 'exit codes': exitCodeTable(), events: eventTable(), flags: flagTables() };
	return Object.entries(parts).reduce((text, [name, table]) => {
		const place = new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- end -->)`);
		if (!place.test(text)) throw new Error(`the page has no <!-- ${name} -->`);
		return text.replace(place, () => `\n${table}\n\n`);
	}, page);
}

/** The names of the commands. */
export function commandNames(): string[] {
	return commands().map((command) => command.name());
}

function commands(): readonly Command[] {
	const context = { io: { stdout: {}, stderr: {} } } as unknown as Context;
	return createProgram(context, '').commands;
}

function exitCodeTable(): string {
	return table(
		['code', 'meaning'],
		Object.values(exitCodes).map(({ code, says }) => [String(code), says]),
	);
}

function flagTables(): string {
	return commands()
		.map(
			(command) =>
				`### ${command.name()}\n\n\`npx seedance-builder ${command.name()} ${command.usage()}\`\n\n${flagTable(command)}`,
		)
		.join('\n\n');
}

function flagTable(command: Command): string {
	const { registeredArguments, options } = command;
	return table(
		['flag', 'meaning'],
		[
			...registeredArguments.map((argument) => [
				`\`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\``,
				argument.description,
			]),
			...options.map((option) => [`\`${option.flags}\``, meaningOf(option)]),
		],
	);
}

function meaningOf({ description, argChoices, defaultValue }: Option): string {
	const choices = argChoices === undefined ? '' : `: ${argChoices.map((choice) => `\`${choice}\``).join(' ')}`;
	const byDefault = defaultValue === undefined ? '' : ` (default: ${String(defaultValue)})`;
	// A page's `<` would begin an element.
	return `${description.replaceAll('<', '&lt;')}${choices}${byDefault}`;
}

/** The events, their fields and their doc comments, as the types have them. */
function eventTable(): string {
	const path = join(root, 'src/cli/output/events.ts');
	const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	const rows = tree.statements.filter(ts.isInterfaceDeclaration).map((declaration) => {
		const [event, ...fields] = declaration.members.filter(ts.isPropertySignature);
		const name = event!.type!.getText(tree).replaceAll("'", '');
		const comment = ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc)?.comment) ?? '';
		return [`\`${name}\``, comment, fields.map((field) => `\`${field.name.getText(tree)}\``).join(', ')];
	});
	return table(
		['event', 'when', 'fields'],
		[
			...rows,
			['`result`', 'The command has done its work.', 'see below'],
			['`error`', 'The command has failed.', 'see below'],
		],
	);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`)
		.join('\n');
}
