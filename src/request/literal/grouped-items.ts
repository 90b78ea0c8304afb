/** Items by kind, in order. */
export interface GroupedItems<
	Text extends readonly unknown[] = readonly unknown[],
	Image extends readonly unknown[] = readonly unknown[],
	Video extends readonly unknown[] = readonly unknown[],
	Audio extends readonly unknown[] = readonly unknown[],
> {
	readonly text: Text;
	readonly images: Image;
	readonly videos: Video;
	readonly audio: Audio;
}

/** Groups the items of a content by kind. An item that may be of several kinds is in no group. */
export type ItemsIn<
	Content extends readonly unknown[],
	Found extends GroupedItems = GroupedItems<[], [], [], []>,
> = Content extends readonly [infer Item, ...infer Rest] ? ItemsIn<Rest, WithItem<Found, Item>> : Found;

/** The items, and one more. */
export type WithItem<Before extends GroupedItems, Item> = [Item] extends [{ readonly type: 'text' }]
	? GroupedItems<[...Before['text'], Item], Before['images'], Before['videos'], Before['audio']>
	: [Item] extends [{ readonly type: 'image_url' }]
		? GroupedItems<Before['text'], [...Before['images'], Item], Before['videos'], Before['audio']>
		: [Item] extends [{ readonly type: 'video_url' }]
			? GroupedItems<Before['text'], Before['images'], [...Before['videos'], Item], Before['audio']>
			: [Item] extends [{ readonly type: 'audio_url' }]
				? GroupedItems<Before['text'], Before['images'], Before['videos'], [...Before['audio'], Item]>
				: Before;
