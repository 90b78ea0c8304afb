import { describe, expect, test } from 'vitest';
import { pixels } from '../../../src/spec.js';
import { rejection, stage, type Settings } from '../calls.js';

const sizes = Object.entries(pixels).flatMap(([resolution, row]) =>
	Object.entries(row).map(([ratio, [width, height]]) => ({ size: `${width}x${height}` as const, resolution, ratio })),
);

test.each(sizes)('$size is $resolution in $ratio', async ({ size, resolution, ratio }) => {
	const { emulator, start } = stage();
	await start({ resolution: size, aspectRatio: ratio as `${number}:${number}` });
	expect(emulator.requests).toMatchObject([{ resolution, ratio }]);
});

const all = sizes.map(({ size }) => size);
const tiers = 'leave it out and set providerOptions.seedance.resolution to 720p, 1080p or 2k';

describe.each<readonly [what: string, settings: Settings, lines: readonly string[]]>([
	[
		'a size beside the table',
		{ resolution: '1920x1088' },
		[
			`resolution "1920x1088" is not a size of the API: choose ${all.slice(0, -1).join(', ')} or ${all.at(-1)}, or ${tiers}`,
		],
	],
	[
		'no size and no tier',
		{ resolution: undefined },
		[`a resolution is required: set resolution to a size such as 1280x720, or ${tiers}`],
	],
	[
		'a size of another ratio',
		{ aspectRatio: '9:16' },
		['aspectRatio "9:16" contradicts the size 1280x720, which is 16:9: remove one of them'],
	],
	[
		'a size, and a ratio that the model chooses',
		{ aspectRatio: 'adaptive' },
		['aspectRatio "adaptive" contradicts the size 1280x720, which is 16:9: remove one of them'],
	],
	[
		'a size of another tier',
		{ providerOptions: { seedance: { resolution: '2k' } } },
		['providerOptions.seedance: resolution "2k" contradicts the size 1280x720, which is 720p: remove one of them'],
	],
])('%s', (_, settings, lines) => {
	test('is refused, and nothing is sent', async () => {
		const { emulator, start } = stage();
		const error = (await rejection(start(settings))) as Error;
		expect(error.name).toBe('InvalidRequestError');
		expect(error.message.split('\n- ').slice(1)).toStrictEqual(lines);
		expect(emulator.creates).toBe(0);
	});
});

test.each(['1080p', '1920X1080', '1920x1080 ', '1080x1920x1', '0x0', ''])(
	'%j is no size, however it is written',
	async (size) => {
		const { start } = stage();
		const error = await rejection(start({ resolution: size as '1x1' }));
		expect(error).toMatchObject({ issues: [{ rule: 'resolution', path: ['resolution'] }] });
	},
);
