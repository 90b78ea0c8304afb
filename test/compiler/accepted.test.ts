import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileFiles, compilers, type CompilerVersion } from './compile.js';

const folder = join(import.meta.dirname, 'accepted');
const files = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
const versions = Object.keys(compilers) as CompilerVersion[];

test.each(versions)(
	'TypeScript %s accepts what only the run time can judge, and programs that use a chain freely',
	async (version) => {
		const output = await compileFiles(version, 'accepted', Object.fromEntries(files));
		expect(output.match(/^\S+ error TS.*(\n\s.*)*/gm) ?? []).toStrictEqual([]);
	},
	120_000,
);
