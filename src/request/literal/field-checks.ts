import type { LiteralFault } from '../../media/source-fault.js';
import type { BlankText, DoubtfulBlank } from '../../prompt/blank.js';
import type { NearPlaceholders } from '../../prompt/dialects.js';
import type { DoubtfulText } from '../../prompt/doubtful-text.js';
import type { DanglingPlaceholders } from '../../prompt/placeholders.js';
import type { JsonSentence, NotAllowed, UnknownField } from '../../rules.js';
import type { MediaKind } from '../../spec.js';
import type { GroupedItems } from './grouped-items.js';

/** The type that each field of an item must have: `unknown` for a right one. */
export type FieldChecks<Item, All extends GroupedItems> = {
	readonly [Name in keyof Item]: Name extends 'type' | KnownRole<Item>
		? unknown
		: Name extends 'text'
			? TextCheck<Item[Name], All>
			: Name extends `${infer Kind extends MediaKind}_url`
				? UrlCheck<Item[Name], Kind>
				: NotAllowed<UnknownField<Name & string>>;
};

/** The name of an item's role. A text has none. */
export type KnownRole<Item> = Item extends { readonly type: 'text' } ? never : 'role';

/** The check of a text. One of type `any` is left to the run time. */
export type TextCheck<Text, All extends GroupedItems> = 0 extends 1 & Text
	? unknown
	: [TextFault<Text, All>] extends [never]
		? unknown
		: NotAllowed<TextFault<Text, All>>;

/** The sentences for what is wrong with a text. */
export type TextFault<Text, All extends GroupedItems> = Text extends `${string}@${string}`
	? { text: Text } extends DoubtfulText<All>
		? DanglingPlaceholders<Text, All['images'], All['videos'], All['audio']> | NearPlaceholders<Text>
		: never
	: Text extends DoubtfulBlank
		? [BlankText<Text>] extends [never]
			? never
			: JsonSentence<'blankText'>
		: never;

/** The type that the fields of `image_url` and the like must have. */
export type UrlCheck<Given, Kind extends MediaKind> = {
	readonly [Name in keyof Given]: Name extends 'url'
		? SourceCheck<Given[Name], Kind>
		: NotAllowed<UnknownField<Name & string>>;
};

/** The check of a source. Text that isn't a literal is left to the run time. */
export type SourceCheck<Url, Kind extends MediaKind> = Url extends string
	? [LiteralFault<Kind, Url>] extends [never]
		? unknown
		: NotAllowed<JsonSentence<LiteralFault<Kind, Url>>>
	: unknown;
