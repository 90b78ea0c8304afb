import { ConfigurationError } from '../../errors/configuration-error.js';
import { readObject } from '../../errors/read-options.js';
import { formatValue, isList } from '../../rules.js';

/** What is known about the file of a source. `probeMedia` from `seedance-builder/node` measures it. */
export interface SourceFacts {
	/** Pixels of an image or a video. */
	readonly width?: number | undefined;

	/** Pixels of an image or a video. */
	readonly height?: number | undefined;

	/** The length of a video or an audio clip. */
	readonly seconds?: number | undefined;

	/** Of a video. No advice reads it. */
	readonly framesPerSecond?: number | undefined;
}

/** Facts about a source, with the source: an item of a list. */
export interface ListedSourceFacts extends SourceFacts {
	/** The source, as the request has it. */
	readonly url: string;
}

/** Facts about sources: an object or a `Map` by source, or a list. What is not a source of the request is ignored. */
export type FactsBySource =
	| Readonly<Record<string, SourceFacts | undefined>>
	| ReadonlyMap<string, SourceFacts>
	| readonly ListedSourceFacts[];

/** Returns what is known about a source. */
export type FactsOf = (source: string) => SourceFacts;

const wanted = 'an object of facts by source, a Map or a list';
const noFacts: SourceFacts = {};

/**
 * Reads the facts that a user passed. The facts about a source are read when they are asked for.
 *
 * @throws {ConfigurationError} If the facts are not an object, a `Map` or a list, or can't be read.
 */
export function readMedia(given: FactsBySource | undefined): FactsOf {
	if (given === undefined) return () => noFacts;
	const lookup = isList(given) ? lookupIn(given) : lookupBy(given);
	return (source) => {
		const name = `media[${formatValue(source)}]`;
		const facts = lookup(source);
		return facts === undefined ? noFacts : readFacts(name, facts);
	};
}

type Lookup = (source: string) => SourceFacts | undefined;

/** Of several items with the same source, the last one counts, as in an object. */
function lookupIn(list: readonly unknown[]): Lookup {
	const found = new Map<string, SourceFacts>();
	const items = readObject('media', { list }, wanted, ({ list }) => [...list]);
	for (const [index, item] of items.entries()) {
		const facts = item as ListedSourceFacts;
		const url: unknown = readObject(`media[${index}]`, facts, 'an object with url and facts', ({ url }) => url);
		if (typeof url !== 'string') {
			throw new ConfigurationError(`media[${index}]`, `has url ${formatValue(url)}: give the source as text`);
		}
		found.set(url, facts);
	}
	return (source) => found.get(source);
}

function lookupBy(given: FactsBySource): Lookup {
	const read = <Value>(get: () => Value): Value => readObject('media', given, wanted, get);
	const isMap = read(() => Object.prototype.toString.call(given) === '[object Map]');
	return (source) =>
		read(() => {
			if (isMap) return (given as ReadonlyMap<string, SourceFacts>).get(source);
			return Object.hasOwn(given, source) ? (given as Readonly<Record<string, SourceFacts>>)[source] : undefined;
		});
}

function readFacts(name: string, given: SourceFacts): SourceFacts {
	const { isPromise, ...facts } = readObject(name, given, 'an object of facts', (facts) => ({
		width: facts.width,
		height: facts.height,
		seconds: facts.seconds,
		isPromise: 'then' in facts,
	}));
	if (isPromise) throw new ConfigurationError(name, 'is a promise: await it');
	checkNumber(`${name}.width`, facts.width, 'pixels over 0', (width) => width > 0);
	checkNumber(`${name}.height`, facts.height, 'pixels over 0', (height) => height > 0);
	checkNumber(`${name}.seconds`, facts.seconds, 'seconds, 0 or more', (seconds) => seconds >= 0);
	return facts;
}

function checkNumber(name: string, value: unknown, unit: string, fits: (value: number) => boolean): void {
	if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && fits(value))) return;
	throw new ConfigurationError(name, `is ${formatValue(value)}: give a number of ${unit}`);
}
