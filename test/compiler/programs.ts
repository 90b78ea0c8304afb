import { refusals, tooMany, badDuration, dangling, type RuleId } from '../../src/rules.js';

/** A program that breaks one rule, with the sentence that the compiler must print, and the same put right. */
export interface Pair {
	readonly id: RuleId;

	/** What this pair shows, in words: a title of its own. */
	readonly rule: string;
	readonly wrong: string;
	readonly says: string;
	readonly right: string;
}

const asset = `'asset://cat'`;
const image = `'https://example.com/cat.jpg'`;
const clip = `'https://example.com/cat.mp4'`;
const music = `'https://example.com/cat.mp3'`;
const done = `.resolution('720p').build()`;
const edit = (chain: string): string => pinned('editVideo', chain);
const extend = (chain: string): string => pinned('extendVideo', chain);
const pinned = (name: string, chain: string): string =>
	`import { ${name} } from 'seedance-builder';\nexport const request = ${name}()${chain};\n`;
const times = (count: number, source: string): string => Array<string>(count).fill(source).join(', ');

/** Every row of the rule table that the compiler enforces, each way of breaking it once. */
export const pairs: readonly Pair[] = [
	{
		id: 'one-text',
		rule: 'one text',
		wrong: `video().text('A cat').text('A dog')${done}`,
		says: refusals.oneText.message,
		right: `video().text('A cat and a dog')${done}`,
	},
	{
		id: 'one-text',
		rule: 'one text, after a frame too',
		wrong: `video().text('A cat').firstFrame(${image}).text('A dog')${done}`,
		says: refusals.oneText.message,
		right: `video().text('A cat and a dog').firstFrame(${image})${done}`,
	},
	{
		id: 'order',
		rule: 'text before frames',
		wrong: `video().firstFrame(${image}).text('A cat')${done}`,
		says: refusals.textFirst.message,
		right: `video().text('A cat').firstFrame(${image})${done}`,
	},
	{
		id: 'order',
		rule: 'text before references',
		wrong: `video().referenceVideo(${clip}).text('A cat')${done}`,
		says: refusals.textFirst.message,
		right: `video().text('A cat').referenceVideo(${clip})${done}`,
	},
	{
		id: 'order',
		rule: 'images before videos',
		wrong: `video().referenceVideo(${clip}).referenceImage(${image})${done}`,
		says: refusals.imagesBeforeVideos.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip})${done}`,
	},
	{
		id: 'order',
		rule: 'images before audio',
		wrong: `video().referenceVideo(${clip}).referenceAudio(${music}).referenceImage(${image})${done}`,
		says: refusals.imagesBeforeAudio.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		id: 'order',
		rule: 'videos before audio',
		wrong: `video().referenceImage(${image}).referenceAudio(${music}).referenceVideo(${clip})${done}`,
		says: refusals.videosBeforeAudio.message,
		right: `video().referenceImage(${image}).referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		id: 'exclusive-modes',
		rule: 'frames exclude references',
		wrong: `video().firstFrame(${image}).referenceImage(${image})${done}`,
		says: refusals.framesOrReferences.message,
		right: `video().referenceImage(${image}, ${image})${done}`,
	},
	{
		id: 'exclusive-modes',
		rule: 'references exclude frames',
		wrong: `video().referenceImage(${image}).firstFrame(${image})${done}`,
		says: refusals.framesOrReferences.message,
		right: `video().firstFrame(${image})${done}`,
	},
	{
		id: 'last-frame',
		rule: 'a last frame needs a first frame',
		wrong: `video().text('A cat').lastFrame(${image})${done}`,
		says: refusals.lastFrameAlone.message,
		right: `video().text('A cat').firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		id: 'one-first-frame',
		rule: 'one first frame',
		wrong: `video().firstFrame(${image}).firstFrame(${image})${done}`,
		says: refusals.oneFirstFrame.message,
		right: `video().firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		id: 'one-last-frame',
		rule: 'one last frame',
		wrong: `video().firstFrame(${image}).lastFrame(${image}).lastFrame(${image})${done}`,
		says: refusals.oneLastFrame.message,
		right: `video().firstFrame(${image}).lastFrame(${image})${done}`,
	},
	{
		id: 'too-many',
		rule: '9 images at most',
		wrong: `video().referenceImage(${times(10, asset)})${done}`,
		says: tooMany('image'),
		right: `video().referenceImage(${times(9, asset)})${done}`,
	},
	{
		id: 'too-many',
		rule: '9 images at most, call by call',
		wrong: `video()${`.referenceImage(${image})`.repeat(10)}${done}`,
		says: tooMany('image'),
		right: `video()${`.referenceImage(${image})`.repeat(9)}${done}`,
	},
	{
		id: 'too-many',
		rule: '3 videos at most',
		wrong: `video().referenceVideo(${clip}).referenceVideo(${times(3, clip)})${done}`,
		says: tooMany('video'),
		right: `video().referenceVideo(${clip}).referenceVideo(${times(2, clip)})${done}`,
	},
	{
		id: 'too-many',
		rule: '3 audio clips at most',
		wrong: `video().referenceImage(${image}).referenceAudio(${times(4, music)})${done}`,
		says: tooMany('audio'),
		right: `video().referenceImage(${image}).referenceAudio(${times(3, music)})${done}`,
	},
	{
		id: 'audio-needs-visual',
		rule: 'audio needs an image or a video',
		wrong: `video().text('A cat').referenceAudio(${music})${done}`,
		says: refusals.audioAlone.message,
		right: `video().text('A cat').referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		id: 'nothing-to-make',
		rule: 'something to make',
		wrong: `video()${done}`,
		says: refusals.nothingToMake.message,
		right: `video().text('A cat')${done}`,
	},
	{
		id: 'blank-text',
		rule: 'text not empty',
		wrong: `video().text('')${done}`,
		says: refusals.blankText.message,
		right: `video().text('A cat')${done}`,
	},
	{
		id: 'blank-text',
		rule: 'text not blank',
		wrong: `video().text(' \\n\\t\\u3000').firstFrame(${image})${done}`,
		says: refusals.blankText.message,
		right: `video().text(' A cat ').firstFrame(${image})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@imageN has its item',
		wrong: `video().text('@image1 meets @image2').referenceImage(${image})${done}`,
		says: dangling('image', '2'),
		right: `video().text('@image1 meets @image2').referenceImage(${image}, ${image})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@videoN has its item',
		wrong: `video().text('@video1').referenceImage(${image})${done}`,
		says: dangling('video', '1'),
		right: `video().text('@video1').referenceVideo(${clip})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@audioN has its item',
		wrong: `video().text('to @audio2').referenceVideo(${clip}).referenceAudio(${music})${done}`,
		says: dangling('audio', '2'),
		right: `video().text('to @audio1').referenceVideo(${clip}).referenceAudio(${music})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@imageN in a text that is literal in part',
		wrong: `video().text(\`\${String(1)} meets @image2, and @image3\`).referenceImage(${image}, ${image})${done}`,
		says: dangling('image', '3'),
		right: `video().text(\`\${String(1)} meets @image2, or @image\${Number(1)}\`).referenceImage(${image}, ${image})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@image10 is not @image1',
		wrong: `video().text('@image1 and @image10').referenceImage(${times(9, image)})${done}`,
		says: dangling('image', '10'),
		right: `video().text('@image1 and @image9, me@example.com, @images').referenceImage(${times(9, image)})${done}`,
	},
	{
		id: 'dangling-placeholder',
		rule: '@image0 is nothing',
		wrong: `video().text('@image0').referenceImage(${image})${done}`,
		says: dangling('image', '0'),
		right: `video().text('@image1').referenceImage(${image})${done}`,
	},
	{
		id: 'web-search',
		rule: 'web search takes no frame after it',
		wrong: `video().text('A cat').webSearch().firstFrame(${image})${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').firstFrame(${image})${done}`,
	},
	{
		id: 'web-search',
		rule: 'web search takes no reference after it',
		wrong: `video().webSearch().text('A cat').referenceVideo(${clip})${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().webSearch().text('A cat').webSearch(false).referenceVideo(${clip})${done}`,
	},
	{
		id: 'web-search',
		rule: 'web search comes after no reference',
		wrong: `video().text('A cat').referenceImage(${image}).webSearch()${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').webSearch()${done}`,
	},
	{
		id: 'web-search',
		rule: 'web search comes after no audio',
		wrong: `video().referenceVideo(${clip}).referenceAudio(${music}).webSearch()${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().referenceVideo(${clip}).referenceAudio(${music}).webSearch(false).webSearch(undefined)${done}`,
	},
	{
		id: 'web-search',
		rule: 'web search comes after no frame',
		wrong: `video().text('A cat').firstFrame(${image}).webSearch(true)${done}`,
		says: refusals.searchTextOnly.message,
		right: `video().text('A cat').firstFrame(${image}).webSearch(Math.random() < 2)${done}`,
	},
	{
		id: 'resolution',
		rule: 'resolution is required',
		wrong: `video().text('A cat').build()`,
		says: refusals.resolutionMissing.message,
		right: `video().text('A cat').resolution('720p').build()`,
	},
	{
		id: 'resolution',
		rule: 'resolution is required, not left unset',
		wrong: `video().text('A cat').resolution(undefined).build()`,
		says: refusals.resolutionMissing.message,
		right: `video().text('A cat').resolution(undefined).resolution('720p').build()`,
	},
	{
		id: 'resolution',
		rule: 'resolution in range',
		wrong: `video().text('A cat').resolution('2K').build()`,
		says: `Argument of type '"2K"' is not assignable to parameter of type`,
		right: `video().text('A cat').resolution('2k').build()`,
	},
	{
		id: 'ratio',
		rule: 'ratio in range',
		wrong: `video().text('A cat').ratio('5:4')${done}`,
		says: `Argument of type '"5:4"' is not assignable to parameter of type`,
		right: `video().text('A cat').ratio('4:3')${done}`,
	},
	{
		id: 'duration',
		rule: 'duration at most 15',
		wrong: `video().text('A cat').duration(16)${done}`,
		says: badDuration(16),
		right: `video().text('A cat').duration(15)${done}`,
	},
	{
		id: 'duration',
		rule: 'duration at least 4',
		wrong: `video().text('A cat').duration(3)${done}`,
		says: badDuration(3),
		right: `video().text('A cat').duration(4)${done}`,
	},
	{
		id: 'duration',
		rule: 'duration whole',
		wrong: `video().text('A cat').duration(7.5)${done}`,
		says: badDuration(7.5),
		right: `video().text('A cat').duration(Number('7'))${done}`,
	},
	{
		id: 'source',
		rule: 'image source: scheme',
		wrong: `video().firstFrame('ftp://example.com/cat.jpg')${done}`,
		says: refusals.imageSource.message,
		right: `video().firstFrame(${image})${done}`,
	},
	{
		id: 'source',
		rule: 'image source: a file',
		wrong: `video().firstFrame('./cat.jpg')${done}`,
		says: refusals.imageSource.message,
		right: `video().firstFrame(\`\${String(1)}/cat.jpg\`)${done}`,
	},
	{
		id: 'source',
		rule: 'image source: media type',
		wrong: `video().firstFrame(${image}).lastFrame('data:video/mp4;base64,AAAA')${done}`,
		says: refusals.imageSource.message,
		right: `video().firstFrame('asset://cat').lastFrame('data:image/png;base64,AAAA')${done}`,
	},
	{
		id: 'source',
		rule: 'image source among others',
		wrong: `video().referenceImage(${image}, 'cat.jpg', 'asset://cat')${done}`,
		says: refusals.imageSource.message,
		right: `video().referenceImage(${image}, String('cat.jpg'), \`\${String(1)}.jpg\`, new URL(${image}))${done}`,
	},
	{
		id: 'source',
		rule: 'video source: never base64',
		wrong: `video().referenceVideo('data:video/mp4;base64,AAAA')${done}`,
		says: refusals.videoSource.message,
		right: `video().referenceVideo(${clip})${done}`,
	},
	{
		id: 'source',
		rule: 'video source: a file',
		wrong: `video().referenceVideo(${clip}, 'file:///cat.mp4')${done}`,
		says: refusals.videoSource.message,
		right: `video().referenceVideo(...[${clip}])${done}`,
	},
	{
		id: 'source',
		rule: 'audio source: media type',
		wrong: `video().referenceVideo(${clip}).referenceAudio('data:image/png;base64,AAAA')${done}`,
		says: refusals.audioSource.message,
		right: `video().referenceVideo(${clip}).referenceAudio('data:audio/wav;base64,AAAA')${done}`,
	},
	{
		id: 'editing',
		rule: 'editing needs a text',
		wrong: edit(done),
		says: refusals.editText.message,
		right: edit(`.text('A cat').referenceImage(${image}).referenceVideo(${clip})${done}`),
	},
	{
		id: 'editing',
		rule: 'editing needs an image',
		wrong: edit(`.text('A cat').referenceVideo(${clip})${done}`),
		says: refusals.editImage.message,
		right: edit(`.text('A cat').referenceImage(${image}).referenceVideo(${clip})${done}`),
	},
	{
		id: 'editing',
		rule: 'editing needs a video',
		wrong: edit(`.text('A cat').referenceImage(${image})${done}`),
		says: refusals.editVideo.message,
		right: edit(`.text('A cat').referenceImage(${image}).referenceVideo(${clip})${done}`),
	},
	{
		id: 'extension',
		rule: 'extension needs a text',
		wrong: extend(done),
		says: refusals.extendText.message,
		right: extend(`.text('A cat').referenceVideo(${clip})${done}`),
	},
	{
		id: 'extension',
		rule: 'extension needs a video',
		wrong: extend(`.text('A cat')${done}`),
		says: refusals.extendVideo.message,
		right: extend(`.text('A cat').referenceVideo(${clip})${done}`),
	},
];
