/* oxlint-disable typescript/no-explicit-any */
// Where the last frame may be asked for, the result may have it.
import {
	createClient,
	video,
	type Buildable,
	type VideoRequest,
	type VideoResult,
	type VideoResultWithLastFrame,
} from 'seedance-builder';
import { expectType } from './equal.js';

declare const any: any;
declare const isIt: boolean;
declare const flag: boolean;
declare const trueOrUnset: true | undefined;
declare const flagOrUnset: boolean | undefined;
declare const prompt: string;
const client = createClient();
const chain = video().text(prompt).resolution('720p');
const withFrame = expectType<VideoResultWithLastFrame>();
const without = expectType<VideoResult>();

// One of two chains, or of two payloads.
withFrame(await client.generate(isIt ? chain : chain.returnLastFrame()), true);
withFrame(await client.generate(isIt ? chain.returnLastFrame() : chain), true);
withFrame(await client.generate(isIt ? chain : chain.returnLastFrame(flag)), true);
withFrame(await client.generate(isIt ? chain : chain.returnLastFrame(trueOrUnset)), true);
withFrame(await client.generate(isIt ? chain : chain.returnLastFrame(flagOrUnset)), true);
withFrame(await client.generate(isIt ? chain : chain.returnLastFrame(any)), true);
withFrame(await client.generate(isIt ? chain.returnLastFrame(false) : chain.returnLastFrame()), true);
withFrame(await client.generate((isIt ? chain : chain.returnLastFrame()).build()), true);
withFrame(await client.generate((isIt ? chain : chain.returnLastFrame(trueOrUnset)).build()), true);
withFrame(await client.generate(isIt ? chain.build() : chain.returnLastFrame().build()), true);
withFrame(await (await client.submit(isIt ? chain : chain.returnLastFrame())).wait(), true);

// One of several in a list, or of what a function returns.
withFrame(await client.generate([chain, chain.returnLastFrame()][0]!), true);
withFrame(await client.generate([chain, chain.returnLastFrame()].map((one) => one.build())[0]!), true);
for await (const settled of client.generateAll([chain, chain.returnLastFrame()])) {
	if (settled.status === 'fulfilled') withFrame(settled.value, true);
}
for await (const settled of client.generateAll([chain, chain.returnLastFrame()].map((one) => one.build()))) {
	if (settled.status === 'fulfilled') withFrame(settled.value, true);
}
function one() {
	if (isIt) return chain;
	return chain.returnLastFrame();
}
withFrame(await client.generate(one()), true);

// Verbs that follow keep it.
const either = isIt ? chain : chain.returnLastFrame();
withFrame(await client.generate(either.duration(5).ratio('1:1').watermark(true)), true);
withFrame(await client.generate(either.firstFrame('asset://a').lastFrame('asset://b')), true);
withFrame(await client.generate(either.referenceImage('asset://a').referenceVideo('asset://b')), true);
const begun = isIt ? video() : video().returnLastFrame();
withFrame(await client.generate(begun.text('A cat').resolution('720p')), true);
withFrame(await client.generate(begun.text`A ${prompt}`.resolution('720p')), true);
withFrame(await client.generate(begun.webSearch().text('A cat').resolution('720p')), true);

// What only the run time knows.
withFrame(await client.generate(chain.returnLastFrame(any)), true);
withFrame(await client.generate(chain.returnLastFrame(any).build()), true);
withFrame(await client.generate(any), true);
withFrame(await client.generate(any as Buildable), true);
withFrame(await client.generate(any as Buildable<any>), true);
withFrame(await client.generate(any as VideoRequest), true);

// Where it isn't asked for, the result hasn't got it.
without(await client.generate(chain), true);
without(await client.generate(isIt ? chain : chain.ratio('1:1')), true);
without(await client.generate(isIt ? chain : chain.returnLastFrame(false)), true);
without(await client.generate(chain.returnLastFrame().returnLastFrame(false)), true);
without(await client.generate(chain.returnLastFrame().returnLastFrame(undefined)), true);
without(await client.generate([chain, chain.duration(5)].map((one) => one.build())[0]!), true);

// A variable may be assigned a chain with one more option.
let again = chain;
again = again.returnLastFrame();
again = again.returnLastFrame(flag);
again = again.ratio('1:1');
export const request: VideoRequest = again.build();
