import { expectAssignable, expectError, expectType } from 'tsd';
import { durations, ratios, resolutions, type Duration, type Ratio, type Resolution } from 'seedance-builder';

// A list has every value of its type, in the API page's order.
declare const resolution: (typeof resolutions)[number];
declare const ratio: (typeof ratios)[number];
declare const duration: (typeof durations)[number];
expectType<Resolution>(resolution);
expectType<Ratio>(ratio);
expectType<Duration>(duration);
expectType<'720p'>(resolutions[0]);
expectAssignable<readonly [Resolution, ...Resolution[]]>(resolutions);
expectAssignable<readonly [Duration, ...Duration[]]>(durations);

// It is read-only.
expectError(ratios.push('1:1'));
