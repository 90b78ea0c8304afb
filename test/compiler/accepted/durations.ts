// A number of a type of its own is a number: `.build()` checks it. A member of an enum is a literal.
import { video, type Duration } from 'seedance-builder';
import { expectType } from './equal.js';

const tag: unique symbol = Symbol();
type Seconds = number & { readonly unit: 'seconds' };
type Tagged = number & { readonly [tag]: 'seconds' };
type Eight = 8 & { readonly unit: 'seconds' };
declare enum Length {
	Short = 4,
	Long = 15,
}
declare enum Computed {
	Short,
	Long = 15,
}

declare const seconds: Seconds;
declare const tagged: Tagged;
declare const eight: Eight;
declare const length: Length;
declare const computed: Computed;
declare const number: number;
declare const secondsOrUnset: Seconds | undefined;
declare const secondsOrFive: Seconds | 5;
const chain = video().text('A cat').resolution('720p');

expectType<Eight>()(chain.duration(eight).build().duration, true);
expectType<Length>()(chain.duration(length).build().duration, true);
expectType<Length.Short>()(chain.duration(Length.Short).build().duration, true);
expectType<Duration>()(chain.duration(number).build().duration, true);
expectType<5 | undefined>()(chain.duration(Math.random() < 0.5 ? 5 : undefined).build().duration, true);

// A branded number keeps its brand.
export const branded: Seconds = chain.duration(seconds).build().duration;
export const byTag: Tagged = chain.duration(tagged).build().duration;
export const orFive: Seconds | 5 = chain.duration(secondsOrFive).build().duration;
export const orUnset: Seconds | undefined = chain.duration(secondsOrUnset).build().duration;
export const others = [chain.duration(computed).build(), chain.duration(Computed.Short).build()];
