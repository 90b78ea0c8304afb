/** A program that the playground offers. */
export interface Example {
	readonly id: string;
	readonly title: string;
	readonly code: string;

	/** Whether the compiler refuses it. */
	readonly isWrong?: true;
}

/** The programs that the playground offers. The first one is shown if there is no other. */
export const examples: readonly Example[] = [
	{
		id: 'text',
		title: 'Text to video',
		code: `import { video } from 'seedance-builder';

export const request = video()
	.text('A paper boat drifts down a rainy street, low camera, soft morning light')
	.resolution('720p')
	.ratio('16:9')
	.duration(5);
`,
	},
	{
		id: 'first-frame',
		title: 'First frame',
		code: `import { video } from 'seedance-builder';

export const request = video()
	.text('The lighthouse lamp turns on and sweeps across the bay')
	.firstFrame('https://example.com/lighthouse.jpg')
	.resolution('1080p')
	.ratio('adaptive')
	.duration(8);
`,
	},
	{
		id: 'first-and-last-frame',
		title: 'First and last frame',
		code: `import { video } from 'seedance-builder';

export const request = video()
	.text('A bud opens into a flower, time lapse')
	.firstFrame('https://example.com/bud.jpg')
	.lastFrame('https://example.com/flower.jpg')
	.resolution('1080p')
	.ratio('1:1')
	.returnLastFrame();
`,
	},
	{
		id: 'references',
		title: 'References with handles',
		code: `import { media, video } from 'seedance-builder';

const hero = media.image('https://example.com/hero.jpg');
const dance = media.video('https://example.com/dance.mp4');
const music = media.audio('https://example.com/waltz.mp3');

// The handles are numbered and attached in the order that the API wants.
export const request = video()
	.text\`\${hero} dances as in \${dance}, to the music of \${music}\`
	.resolution('720p')
	.ratio('9:16')
	.duration(10);
`,
	},
	{
		id: 'edit',
		title: 'Edit a video',
		code: `import { editVideo } from 'seedance-builder';

export const request = editVideo()
	.text('Strictly edit @video1, changing the water to the perfume from @image1')
	.referenceImage('https://example.com/perfume.jpg')
	.referenceVideo('https://example.com/original.mp4')
	.resolution('1080p');
`,
	},
	{
		id: 'extend',
		title: 'Extend a video',
		code: `import { extendVideo } from 'seedance-builder';

export const request = extendVideo()
	.text('Extend @video1: the camera rises above the roofs')
	.referenceVideo('https://example.com/street.mp4')
	.resolution('720p');
`,
	},
	{
		id: 'shots',
		title: 'Prompt with a shot list',
		code: `import { dialogue, media, prompt, shot, shotList, video } from 'seedance-builder';

const hero = media.image('https://example.com/hero.jpg');

const scene = prompt\`A quiet harbour before dawn. \${shotList([
	shot(4, prompt\`wide: \${hero} walks along the pier\`),
	shot(3, 'close-up: hands untie a rope'),
	shot(3, prompt\`\${hero} says \${dialogue('Time to go.')}\`),
])}\`;

// The shots set the duration.
export const request = video().text(scene).resolution('1080p').ratio('21:9');
`,
	},
	{
		id: 'template',
		title: 'Template with slots',
		code: `import { media, promptTemplate, video } from 'seedance-builder';

const product = promptTemplate('{item} turns slowly on a {surface}, {light} light');

const draft = video().resolution('720p').ratio('1:1').duration(4);

export const watch = draft.text(
	product({ item: media.image('https://example.com/watch.jpg'), surface: 'marble table', light: 'soft' }),
);
export const shoe = draft.text(
	product({ item: media.image('https://example.com/shoe.jpg'), surface: 'wet street', light: 'neon' }),
);
`,
	},
	{
		id: 'wrong',
		title: 'A wrong request',
		isWrong: true,
		code: `import { video } from 'seedance-builder';

// Frames and references cannot be combined. Remove one of the two.
export const request = video()
	.text('The cat from @image1 jumps onto the table')
	.firstFrame('https://example.com/kitchen.jpg')
	.referenceImage('https://example.com/cat.jpg')
	.resolution('720p')
	.build();
`,
	},
];
