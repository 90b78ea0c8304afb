import ts from 'typescript';
import { expect, test } from 'vitest';
import * as library from '../../src/index.js';
import { spec } from '../../src/spec.js';
import { sourceFiles } from '../source-files.js';

const interfaces = sourceFiles()
	.filter(({ path }) => path.startsWith('builder/verbs/'))
	.flatMap(({ tree }) => tree.statements.filter(ts.isInterfaceDeclaration));

/** The verbs of the types that may be called: the methods, and the properties of `BuildVerbs`. */
const verbs = new Map(
	interfaces.flatMap(({ name, members }) =>
		members
			.filter((member) => ts.isMethodSignature(member) || name.text === 'BuildVerbs')
			.map((member) => [member.name?.getText() ?? '', docOf(member)] as const),
	),
);

test('the class of a chain has each verb of the types, and no other', () => {
	const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(library.video())).filter(
		(name) => name !== 'constructor',
	);
	expect(methods.sort()).toStrictEqual([...verbs.keys()].sort());
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
	expect(verbs.get(verb)).toContain(fact);
});

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
