import { refusals, tooMany, badDuration, dangling } from '../../src/rules.js';

/** A program that breaks one rule, with the sentence that the compiler must print, and the same put right. */
export interface Pair {
	readonly rule: string;
	readonly wrong: string;
	readonly says: string;
	readonly right: string;
}

const image = `'https://example.com/cat.jpg'`;
const clip = `'https://example.com/cat.mp4'`;
const music = `'https://example.com/cat.mp3'`;
const done = `.resolution('720p').build()`;
const times = (count: number, source: string): string => Array<string>(count).fill(source).join(', ');

/** Every row of the rule table that the compiler enforces, each way of breaking it once. */
export const pairs: readonly Pair[] = [
	{
		rule: 'one text',
		wrong: `video().text('A cat').text('A dog')${done}`,
		says: refusals.oneText.message,
		right: `video().text('A cat and a dog')${done}`,
	},
	{
		rule: 'one text, after a frame too',
		wrong: `video().text('A cat').firstFrame(${image}).text('A dog')${done}`,
		says: refusals.oneText.message,
		right: `video().text('A cat and a dog').firstFrame(${image})${done}`,
	},
	{
		rule: 'text before frames',
		wrong: `video().firstFrame(${image}).text('A cat')${done}`,
		says: refusals.textFirst.message,
		right: `video().text('A cat').firstFrame(${image})${done}`,
	},
	{
		rule: 'text before references',
		wrong: `video().referenceVideo(${clip}).text('A cat')${done}`,
		says: refusals.textFirst.message,
		right: `video().text('A cat').referenceVideo(${clip})${done}`,
	},
	{
		rule: 'images before videos',
		wrong: `video().referenceVideo(${clip}).referenceImage(${image})${done}`,
		says: refusals.imagesBeforeVideos.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip})${done}`,
	},
	{
		rule: 'images before audio',
		wrong: `video().referenceVideo(${clip}).referenceAudio(${music}).referenceImage(${image})${done}`,
		says: refusals.imagesBeforeAudio.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		rule: 'videos before audio',
		wrong: `video().referenceImage(${image}).referenceAudio(${music}).referenceVideo(${clip})${done}`,
		says: refusals.videosBeforeAudio.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		rule: 'frames exclude references',
		wrong: `video().firstFrame(${image}).referenceImage(${image})${done}`,
		says: refusals.framesOrReferences.message,
		right: `video().referenceImage(${image}, ${image})${done}`,
	},
	{
		rule: 'references exclude frames',
		wrong: `video().referenceImage(${image}).firstFrame(${image})${done}`,
		says: refusals.framesOrReferences.message,
		right: `video().firstFrame(${image})${done}`,
	},
	{
		rule: 'a last frame needs a first frame',
		wrong: `video().text('A cat').lastFrame(${image})${done}`,
		says: refusals.lastFrameAlone.message,
		right: `video().text('A cat').firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		rule: 'one first frame',
		wrong: `video().firstFrame(${image}).firstFrame(${image})${done}`,
		says: refusals.oneFirstFrame.message,
		right: `video().firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		rule: 'one last frame',
		wrong: `video().firstFrame(${image}).lastFrame(${image}).lastFrame(${image})${done}`,
		says: refusals.oneLastFrame.message,
		right: `video().firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		rule: '9 images at most',
		wrong: `video().referenceImage(${times(10, image)})${done}`,
		says: tooMany('image'),
		right: `video().referenceImage(${times(9, image)})${done}`,
	},
	{
		rule: '9 images at most, call by call',
		wrong: `video()${`.referenceImage(${image})`.repeat(10)}${done}`,
		says: tooMany('image'),
		right: `video()${`.referenceImage(${image})`.repeat(9)}${done}`,
	},
	{
		rule: '3 videos at most',
		wrong: `video().referenceVideo(${clip}).referenceVideo(${times(3, clip)})${done}`,
		says: tooMany('video'),
		right: `video().referenceVideo(${clip}).referenceVideo(${times(2, clip)})${done}`,
	},
	{
		rule: '3 audio clips at most',
		wrong: `video().referenceImage(${image}).referenceAudio(${times(4, music)})${done}`,
		says: tooMany('audio'),
		right: `video().referenceImage(${image}).referenceAudio(${times(3, music)})${done}`,
	},
	{
		rule: 'audio needs an image or a video',
		wrong: `video().text('A cat').referenceAudio(${music})${done}`,
		says: refusals.audioAlone.message,
		right: `video().text('A cat').referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		rule: 'something to make',
		wrong: `video()${done}`,
		says: refusals.nothingToMake.message,
		right: `video().text('A cat')${done}`,
	},
	{
		rule: 'text not empty',
		wrong: `video().text('')${done}`,
		says: refusals.blankText.message,
		right: `video().text('A cat')${done}`,
	},
	{
		rule: 'text not blank',
		wrong: `video().text(' \\n\\t\\u3000').firstFrame(${image})${done}`,
		says: refusals.blankText.message,
		right: `video().text(' A cat ').firstFrame(${image})${done}`,
	},
	{
		rule: '@imageN has its item',
		wrong: `video().text('@image1 meets @image2').referenceImage(${image})${done}`,
		says: dangling('image', '2'),
		right: `video().text('@image1 meets @image2').referenceImage(${image}, ${image})${done}`,
	},
	{
		rule: '@videoN has its item',
		wrong: `video().text('@video1').referenceImage(${image})${done}`,
		says: dangling('video', '1'),
		right: `video().text('@video1').referenceVideo(${clip})${done}`,
	},
	{
		rule: '@audioN has its item',
		wrong: `video().text('to @audio2').referenceVideo(${clip}).referenceAudio(${music})${done}`,
		says: dangling('audio', '2'),
		right: `video().text('to @audio1').referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		rule: '@imageN in a text that is literal in part',
		wrong: `video().text(\`\${String(1)} meets @image2, and @image3\`).referenceImage(${image}, ${image})${done}`,
		says: dangling('image', '3'),
		right: `video().text(\`\${String(1)} meets @image2, or @image\${Number(1)}\`).referenceImage(${image}, ${image})${done}`,
	},
	{
		rule: '@image10 is not @image1',
		wrong: `video().text('@image1 and @image10').referenceImage(${times(9, image)})${done}`,
		says: dangling('image', '10'),
		right: `video().text('@image1 and @image9, me@example.com, @images').referenceImage(${times(9, image)})${done}`,
	},
	{
		rule: '@image0 is nothing',
		wrong: `video().text('@image0').referenceImage(${image})${done}`,
		says: dangling('image', '0'),
		right: `video().text('@image1').referenceImage(${image})${done}`,
	},
	{
		rule: 'web search takes no frame after it',
		wrong: `video().text('A cat').webSearch().firstFrame(${image})${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').webSearch().webSearch(false).firstFrame(${image})${done}`,
	},
	{
		rule: 'web search comes after no reference',
		wrong: `video().text('A cat').referenceImage(${image}).webSearch()${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').referenceImage(${image}).webSearch(false).webSearch(undefined)${done}`,
	},
	{
		rule: 'web search comes after no frame',
		wrong: `video().text('A cat').firstFrame(${image}).webSearch(true)${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').firstFrame(${image}).webSearch(Math.random() < 2)${done}`,
	},
	{
		rule: 'resolution is required',
		wrong: `video().text('A cat').build()`,
		says: refusals.resolutionMissing.message,
		right: `video().text('A cat').resolution('720p').build()`,
	},
	{
		rule: 'resolution is required, not left unset',
		wrong: `video().text('A cat').resolution(undefined).build()`,
		says: refusals.resolutionMissing.message,
		right: `video().text('A cat').resolution(undefined).resolution('720p').build()`,
	},
	{
		rule: 'resolution in range',
		wrong: `video().text('A cat').resolution('2K').build()`,
		says: `Argument of type '"2K"' is not assignable to parameter of type`,
		right: `video().text('A cat').resolution('2k').build()`,
	},
	{
		rule: 'ratio in range',
		wrong: `video().text('A cat').ratio('5:4')${done}`,
		says: `Argument of type '"5:4"' is not assignable to parameter of type`,
		right: `video().text('A cat').ratio('4:3')${done}`,
	},
	{
		rule: 'duration at most 15',
		wrong: `video().text('A cat').duration(16)${done}`,
		says: badDuration(16),
		right: `video().text('A cat').duration(15)${done}`,
	},
	{
		rule: 'duration at least 4',
		wrong: `video().text('A cat').duration(3)${done}`,
		says: badDuration(3),
		right: `video().text('A cat').duration(4)${done}`,
	},
	{
		rule: 'duration whole',
		wrong: `video().text('A cat').duration(7.5)${done}`,
		says: badDuration(7.5),
		right: `video().text('A cat').duration(Number('7'))${done}`,
	},
	{
		rule: 'image source: scheme',
		wrong: `video().firstFrame('ftp://example.com/cat.jpg')${done}`,
		says: refusals.imageSource.message,
		right: `video().firstFrame(\`\${String(1)}/cat.jpg\`)${done}`,
	},
	{
		rule: 'image source: media type',
		wrong: `video().firstFrame(${image}).lastFrame('data:video/mp4;base64,AAAA')${done}`,
		says: refusals.imageSource.message,
		right: `video().firstFrame('asset://cat').lastFrame('data:image/png;base64,AAAA')${done}`,
	},
	{
		rule: 'image source among others',
		wrong: `video().referenceImage(${image}, 'cat.jpg', 'asset://cat')${done}`,
		says: refusals.imageSource.message,
		right: `video().referenceImage(${image}, String('cat.jpg'), \`\${String(1)}.jpg\`, new URL(${image}))${done}`,
	},
	{
		rule: 'video source: never base64',
		wrong: `video().referenceVideo('data:video/mp4;base64,AAAA')${done}`,
		says: refusals.videoSource.message,
		right: `video().referenceVideo(...[${clip}])${done}`,
	},
	{
		rule: 'audio source: media type',
		wrong: `video().referenceVideo(${clip}).referenceAudio('data:image/png;base64,AAAA')${done}`,
		says: refusals.audioSource.message,
		right: `video().referenceVideo(${clip}).referenceAudio('data:audio/wav;base64,AAAA')${done}`,
	},
];
