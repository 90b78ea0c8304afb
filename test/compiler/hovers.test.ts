import { beforeAll, expect, test } from 'vitest';
import { startLanguageService, type LanguageService } from './language-service.js';
import { chains } from './stages.js';

let service: LanguageService;

beforeAll(() => {
	service = startLanguageService();
});

const names = Object.keys(chains).filter((stage) => !/With|Of|Complete|widened/.test(stage));

test.each(names)('over the stage %s, the editor shows its doc comment, and no directive of the compiler', (stage) => {
	const name = `${stage[0]!.toUpperCase()}${stage.slice(1)}Stage`;
	const text = service.hover(
		`import type { ${name} } from 'seedance-builder';\nexport type Stage = |${name}<any, any>;`,
	);
	expect(text).toContain(`interface ${name}<`);
	expect(text).toMatch(/\nAn? .+\.$/);
	expect(text).not.toContain('@');
});

test('over a verb, the editor shows its doc comment', () => {
	const text = service.hover(`import { video } from 'seedance-builder';\nvideo().|firstFrame('asset://a');`);
	expect(text).toContain('Sets the first frame of the video');
	expect(text).toContain('FirstFrameStage');
});

test('over a payload, the editor shows its fields', () => {
	const text = service.hover(
		`import { video } from 'seedance-builder';\nconst |payload = video().text('A cat').resolution('720p').build();`,
	);
	expect(text).toMatchInlineSnapshot(`
		"const payload: {
		    readonly model: "seedance-2.0-ultra";
		    readonly content: readonly [TextItem<"A cat">];
		    readonly resolution: "720p";
		} & NoLastFrame
		"
	`);
});
