import type { JsonSentence, NotAllowed } from '../../rules.js';
import type { FieldChecks } from './field-checks.js';
import type { ItemFault } from './item-fault.js';
import type { GroupedItems, ItemsIn, WithItem } from './grouped-items.js';

/** The type that each item of a literal content must have. What is not known item by item is left to the run time. */
export type ContentCheck<Content extends readonly unknown[]> = number extends Content['length']
	? unknown
	: Content extends readonly []
		? NotAllowed<JsonSentence<'nothingToMake'>>
		: CheckWithItems<Content, ItemsIn<Content>>;

/** The check of a content, if the kind of each of its items is known. */
export type CheckWithItems<Content extends readonly unknown[], All extends GroupedItems> = Content['length'] extends [
	...All['text'],
	...All['images'],
	...All['videos'],
	...All['audio'],
]['length']
	? ItemChecks<Content, All>
	: unknown;

/** The check of each item. `Before` are the items before it. */
export type ItemChecks<
	Content extends readonly unknown[],
	All extends GroupedItems,
	Before extends GroupedItems = GroupedItems<[], [], [], []>,
> = Content extends readonly [infer Item, ...infer Rest]
	? readonly [ItemCheck<Item, All, ItemFault<Item, All, Before>>, ...ItemChecks<Rest, All, WithItem<Before, Item>>]
	: readonly [];

/** The sentence for an item that does not fit those before it, or else the check of its fields. */
export type ItemCheck<Item, All extends GroupedItems, Fault extends string> = [Fault] extends [never]
	? FieldChecks<Item, All>
	: NotAllowed<Fault>;
