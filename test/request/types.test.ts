import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod/mini';
import { parseRequest, requestSchema } from '../../src/index.js';
import type {
	AudioItem,
	ContentItem,
	Duration,
	ImageItem,
	ImageRole,
	PlainImageItem,
	Ratio,
	Resolution,
	TextItem,
	VideoItem,
	VideoRequest,
	WebSearchTool,
} from '../../src/index.js';

const request = {
	model: 'seedance-2.0-ultra',
	content: [{ type: 'text', text: 'A cat' }],
	resolution: '720p',
} as const satisfies VideoRequest;

test('a request has the fields of the API page, read-only', () => {
	expectTypeOf<VideoRequest>().toEqualTypeOf<{
		readonly model: 'seedance-2.0-ultra';
		readonly content: readonly ContentItem[];
		readonly resolution: Resolution;
		readonly ratio?: Ratio;
		readonly duration?: Duration;
		readonly generate_audio?: boolean;
		readonly watermark?: boolean;
		readonly tools?: readonly [WebSearchTool];
		readonly return_last_frame?: boolean;
	}>();
	expectTypeOf<WebSearchTool>().toEqualTypeOf<{ readonly type: 'web_search' }>();
});

test('an item has the fields of its type, read-only', () => {
	expectTypeOf<TextItem>().toEqualTypeOf<{ readonly type: 'text'; readonly text: string }>();
	expectTypeOf<ImageItem>().toEqualTypeOf<{
		readonly type: 'image_url';
		readonly image_url: { readonly url: string };
		readonly role: ImageRole;
	}>();
	expectTypeOf<PlainImageItem>().toEqualTypeOf<{
		readonly type: 'image_url';
		readonly image_url: { readonly url: string };
		readonly role?: undefined;
	}>();
	expectTypeOf<VideoItem>().toEqualTypeOf<{
		readonly type: 'video_url';
		readonly video_url: { readonly url: string };
		readonly role: 'reference_video';
	}>();
	expectTypeOf<AudioItem>().toEqualTypeOf<{
		readonly type: 'audio_url';
		readonly audio_url: { readonly url: string };
		readonly role: 'reference_audio';
	}>();
	expectTypeOf<ContentItem>().toEqualTypeOf<TextItem | ImageItem | PlainImageItem | VideoItem | AudioItem>();
});

test('an item keeps the literals that it is given', () => {
	expectTypeOf<TextItem<'A cat'>['text']>().toEqualTypeOf<'A cat'>();
	expectTypeOf<TextItem<TemplateStringsArray>['text']>().toEqualTypeOf<string>();
	expectTypeOf<ImageItem<'asset://cat', 'first_frame'>['image_url']['url']>().toEqualTypeOf<'asset://cat'>();
	expectTypeOf<ImageItem<'asset://cat', 'first_frame'>['role']>().toEqualTypeOf<'first_frame'>();
	expectTypeOf<VideoItem<'asset://cat'>['video_url']['url']>().toEqualTypeOf<'asset://cat'>();
	expectTypeOf<AudioItem<URL>['audio_url']['url']>().toEqualTypeOf<string>();
});

test('under exactOptionalPropertyTypes, an optional field is absent or has a value', () => {
	// @ts-expect-error `undefined` is no ratio.
	const wrong: VideoRequest = { ...request, ratio: undefined };
	const image: ContentItem = { type: 'image_url', image_url: { url: 'asset://cat' }, role: undefined };
	expect(parseRequest({ ...wrong, content: [image] })).toStrictEqual({
		...request,
		content: [{ type: 'image_url', image_url: { url: 'asset://cat' } }],
	});
});

test('the schema gives a request, and nests in a schema of the user', () => {
	const job = z.object({ id: z.string(), request: requestSchema });
	expectTypeOf<z.output<typeof job>>().toEqualTypeOf<{ id: string; request: VideoRequest }>();
	expect(job.parse({ id: '1', request })).toStrictEqual({ id: '1', request });
	expect(job.safeParse({ id: '1', request: {} }).error?.issues[0]?.path).toStrictEqual(['request', 'model']);
});
