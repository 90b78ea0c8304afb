import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

let files: string[];

beforeAll(async () => {
	const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: root,
	});
	const [tarball] = JSON.parse(stdout) as [{ files: { path: string }[] }];
	files = tarball.files.map(({ path }) => path);
});

describe('the tarball', () => {
	test('has what users read and run, and nothing else', () => {
		const wanted = [
			/^[A-Z]+(\.md)?$/,
			/^package\.json$/,
			/^docs\/[\w-]+\.md$/,
			/^src\/.+\.ts$/,
			/^dist\/.+(\.d\.ts|\.js(\.map)?)$/,
		];
		expect(files.filter((path) => !wanted.some((pattern) => pattern.test(path)))).toStrictEqual([]);
	});

	test('has the source of every module in it, for source maps', async () => {
		const maps = files.filter((path) => path.endsWith('.map'));
		const found = await Promise.all(
			maps.map(async (path) => sourcesOf(path, await readFile(join(root, path), 'utf8'))),
		);
		expect(found.flat().filter((path) => !files.includes(path))).toStrictEqual([]);
		expect(found.flat().length).toBeGreaterThan(maps.length);
	});

	test('has the target of every link in the README and the docs', async () => {
		const pages = files.filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));
		const links = await Promise.all(pages.map(async (path) => linksOf(path, await readFile(join(root, path), 'utf8'))));
		expect(links.flat().filter(({ target }) => !files.includes(target))).toStrictEqual([]);
		expect(links.flat().length).toBeGreaterThan(5);
	});

	test('tells nobody to run npx seedance: that package is not this one', async () => {
		const texts = await Promise.all(
			files.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const),
		);
		const found = texts.filter(([, text]) => /\bnpx (-\S+ )*seedance(?!-builder)/.test(text));
		expect(found.map(([path]) => path)).toStrictEqual([]);
	});
});

function sourcesOf(path: string, map: string): string[] {
	const { sources } = JSON.parse(map) as { sources: string[] };
	return sources.map((source) => join(dirname(path), source));
}

/** The relative links of a page, to files. */
function linksOf(page: string, text: string): { page: string; target: string }[] {
	const links = [...text.matchAll(/\]\((?!#|[a-z]+:)([^)#\s]+)[^)]*\)/g)];
	return links.map(([, link]) => ({ page, target: join(dirname(page), link!) }));
}
