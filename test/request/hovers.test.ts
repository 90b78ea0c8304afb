import { join } from 'node:path';
import ts from 'typescript-5.9';
import { beforeAll, expect, test } from 'vitest';

let hover: (field: string) => string;

beforeAll(() => {
	hover = startHovers();
});

test.each([
	['model', 'model: "seedance-2.0-ultra"', 'The only model that the API page documents.'],
	['content', 'content: readonly ContentItem[]', 'Text, then images, then videos, then audio.'],
	['resolution', 'resolution: "720p" | "1080p" | "2k"', 'The output tier.'],
	['ratio', 'ratio?: "16:9" | "4:3" | "1:1" | "3:4" | "9:16" | "21:9" | "adaptive"', '@default "adaptive"'],
	['duration', 'duration?: ', 'Whole seconds, 4 to 15. @default 5'],
	['generate_audio', 'generate_audio?: boolean', '@default true'],
	['watermark', 'watermark?: boolean', '@default false'],
	['tools', 'tools?: readonly [WebSearchTool]', 'Web search, for text-to-video only.'],
	['return_last_frame', 'return_last_frame?: boolean', "The name is upstream's"],
])('an editor shows the type and the doc comment of %s', (field, type, comment) => {
	expect(hover(field)).toContain(`(property) ${type}`);
	expect(hover(field)).toContain(comment);
});

/** Starts TypeScript's language service on one file against the built package; it tells what an editor shows of a field. */
function startHovers(): typeof hover {
	const root = join(import.meta.dirname, '../..');
	const file = join(root, 'test/request/.hover.ts');
	let text = '';
	const service = ts.createLanguageService({
		...ts.sys,
		useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
		getScriptFileNames: () => [file],
		getScriptVersion: (path) => (path === file ? text : ''),
		getScriptSnapshot: (path) => {
			const content = path === file ? text : ts.sys.readFile(path);
			return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
		},
		fileExists: (path) => path === file || ts.sys.fileExists(path),
		getCurrentDirectory: () => root,
		getCompilationSettings: () => ({
			strict: true,
			module: ts.ModuleKind.NodeNext,
			moduleResolution: ts.ModuleResolutionKind.NodeNext,
			types: [],
		}),
		getDefaultLibFileName: ts.getDefaultLibFilePath,
	});
	return (field) => {
		text = `import type { VideoRequest } from 'seedance-builder';\ndeclare const request: VideoRequest;\nrequest.${field};`;
		const info = service.getQuickInfoAtPosition(file, text.length - 1);
		const tags = info?.tags?.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`) ?? [];
		return [info?.displayParts, info?.documentation].map(ts.displayPartsToString).concat(tags).join(' ');
	};
}
