import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { advice, noSize, raisedByGateway, videoSecondsMissing, videoSecondsUnused } from '../../src/rules.js';
import { openings, promptLength, promptSuffixes, spec, tokenFormula, totals } from '../../src/spec.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/advice.md'), 'utf8');
const prose = page.replaceAll('\n', ' ');

test('the page lists each advice with its source, in the order of the catalogue, and has a section on it', () => {
	const rows = [...page.matchAll(/^\| \[`([a-z-]+)`\]\(#\1\) \| .+ \| (.+) \| .+ \|$/gm)];
	expect(rows.map(([, id, source]) => [id, source])).toStrictEqual(
		Object.entries(advice).map(([id, { source }]) => [id, source]),
	);
	const sections = [...page.matchAll(/^### (.+)$/gm)].map(([, title]) => title);
	expect(sections).toStrictEqual(Object.keys(advice));
});

test('the page has the sentence for each request without an estimate', () => {
	const sentences = [noSize('missing'), noSize('adaptive'), raisedByGateway(), videoSecondsMissing, videoSecondsUnused];
	for (const sentence of sentences) expect(page).toContain(`\`${sentence}\` |`);
});

test('the page has the figures of spec.ts', () => {
	const { framesPerSecond, extraFrames, pixelsPerToken } = tokenFormula;
	const facts = [
		`at most ${promptLength.chineseCharacters} Chinese characters or ${promptLength.englishWords.toLocaleString('en')} English words`,
		`reference videos of ${totals.seconds.video} s in all, and audio clips of ${totals.seconds.audio} s in all`,
		`a body of ${totals.bodyMegabytes} MB`,
		`(${framesPerSecond} × (input + output seconds) + ${extraFrames}) × width × height / ${pixelsPerToken}`,
		`or ${spec.defaults.duration} s without one`,
	];
	for (const fact of facts) expect(prose).toContain(fact);
});

test('the page has each suffix that has a field, and each beginning of a prompt', () => {
	const { none, ...fields } = promptSuffixes;
	for (const name of Object.values(fields).flat()) expect(page).toContain(`\`--${name}\``);
	expect(none.filter((name) => page.includes(`\`--${name}\``))).not.toHaveLength(0);
	const { edit, extend, refer, join } = openings;
	for (const words of [...edit, ...extend, ...refer]) expect(page).toContain(`\`${words}\``);
	expect(page).toContain(`${join} @video2\``);
});
