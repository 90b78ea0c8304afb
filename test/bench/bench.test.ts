import { describe, test } from 'vitest';
import { compilers, type CompilerVersion } from '../compiler/compile.js';
import { bundleRows } from './bundles.js';
import { chainRows, wrongRows } from './compile-time.js';
import { declarationRows } from './declarations.js';
import { editorRows } from './editor.js';
import { buildRow, importRow } from './run-time.js';
import { tableOf, type Row } from './table.js';

// `npm run bench` runs vitest in this mode and prints. The tests beside this file check the budgets.
describe.runIf(process.env['MODE'] === 'bench')('the figures', () => {
	test('at run time', async () => {
		print('Imports and .build(), in fresh processes', [await importRow(), await buildRow()]);
		print('Bundles, minified and in gzip', await bundleRows());
		print('Declarations, TypeScript 7.0', await declarationRows('7.0'));
	}, 120_000);

	test('in an editor', () => {
		print('TypeScript 5.9 in an editor: answers after an edit in a file of 48 expressions', editorRows());
	}, 300_000);

	test.each(Object.keys(compilers) as CompilerVersion[])(
		'TypeScript %s',
		async (version) => {
			print(`TypeScript ${version}: instantiations over an empty program, and check time`, await chainRows(version));
		},
		120_000,
	);

	// Two compilers: 6.0 counts as 5.9 does, and the wrong chains are many.
	test.each(['5.9', '7.0'] as const)(
		'wrong chains, TypeScript %s',
		async (version) => {
			print(
				`TypeScript ${version}: instantiations of a wrong chain, at most twice the right one`,
				await wrongRows(version),
			);
		},
		300_000,
	);
});

function print(title: string, rows: readonly Row[]): void {
	process.stdout.write(tableOf(title, rows));
}
