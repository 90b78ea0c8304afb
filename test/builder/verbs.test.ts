import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { spec } from '../../src/spec.js';

const folder = join(import.meta.dirname, '../../src/builder');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const read = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** The doc comment of each verb that may be called, in one line. */
const documented = new Map(
	files.flatMap((file) =>
		read(file)
			.statements.filter(ts.isInterfaceDeclaration)
			.flatMap(({ members }) => [...members].filter(ts.isMethodSignature))
			.map((verb) => [verb.name.getText(), docOf(verb)] as const),
	),
);

test.each(files)('%s holds no digit of the API', (file) => {
	expect(literalsWithDigits(read(file))).toStrictEqual([]);
});

const { image, video, audio } = spec.media;

test.each([
	['referenceImage', `At most ${image.most} images in all`],
	['referenceVideo', `At most ${video.most} videos in all`],
	['referenceAudio', `At most ${audio.most} audio clips in all`],
	['duration', `${spec.durations[0]} to ${spec.durations.at(-1)}`],
	['duration', `@default ${spec.defaults.duration}`],
	['ratio', `@default '${spec.defaults.ratio}'`],
	['generateAudio', `@default ${spec.defaults.generate_audio}`],
	['watermark', `@default ${spec.defaults.watermark}`],
	['resolution', listed(spec.resolutions)],
])('the doc comment of .%s() says what the API takes: %s', (verb, fact) => {
	expect(documented.get(verb)).toContain(fact);
});

/** The numbers and texts in code with a digit in them. 0 and 1 name positions: they are no facts of the API. */
function literalsWithDigits(node: ts.Node): string[] {
	const isLiteral = node.kind >= ts.SyntaxKind.FirstLiteralToken && node.kind <= ts.SyntaxKind.LastTemplateToken;
	const text = node.getText();
	const own = isLiteral && /\d/.test(text) && !/^[01]$/.test(text) ? [text] : [];
	return [...own, ...node.getChildren().flatMap(literalsWithDigits)];
}

function docOf(node: ts.Node): string {
	return ts
		.getJSDocCommentsAndTags(node)
		.map((comment) => comment.getText().replaceAll(/\s*\n\s*\* ?/g, ' '))
		.join(' ');
}

function listed(names: readonly string[]): string {
	const quoted = names.map((name) => `\`${name}\``);
	return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
