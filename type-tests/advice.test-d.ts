import { expectError, expectType } from 'tsd';
import {
	estimateTokens,
	lintRequest,
	video,
	type Advice,
	type AdviceId,
	type ContentPlace,
	type FinishedChain,
	type VideoRequest,
} from 'seedance-builder';

const chain = video().text('A cat').resolution('720p');
declare const payload: VideoRequest;
declare const finished: FinishedChain;

// A payload, a chain or anything that builds a request.
expectType<readonly Advice[]>(lintRequest(chain));
expectType<readonly Advice[]>(lintRequest(payload, {}));
expectType<readonly Advice[]>(lintRequest(finished, { media: undefined }));
expectType<readonly Advice[]>(lintRequest({ build: () => payload }));
expectError(lintRequest(video().text('A cat')));
expectError(lintRequest('A cat'));
expectError(lintRequest(chain, { medias: {} }));

// Facts have numbers, and a promise of facts is none.
expectError(lintRequest(chain, { media: { 'asset://a': { width: '5' } } }));
expectError(lintRequest(chain, { media: { 'asset://a': Promise.resolve({ width: 5 }) } }));
expectError(lintRequest(chain, { media: [{ width: 5 }] }));

// An advice is data.
const [advice] = lintRequest(chain);
expectType<Advice | undefined>(advice);
if (advice) {
	expectType<AdviceId>(advice.rule);
	expectType<'API page' | 'upstream'>(advice.source);
	expectType<readonly (string | number)[]>(advice.path);
	expectType<ContentPlace | undefined>(advice.place);
	expectType<VideoRequest | undefined>(advice.fix);
}

// An estimate is a number, where the size is known or only the run time knows it.
expectType<number>(estimateTokens(chain.ratio('16:9')));
expectType<number>(estimateTokens(payload));
expectType<number>(estimateTokens(finished, { videoSeconds: 4 }));
expectError(estimateTokens(chain));
expectError(estimateTokens(chain.ratio('adaptive')));
expectError(estimateTokens(chain.ratio('16:9').resolution('2k')));
expectError(estimateTokens(chain.ratio('16:9'), { videoSeconds: 4 }));
expectError(estimateTokens(chain.ratio('16:9'), { seconds: 4 }));
expectError(estimateTokens(chain.referenceVideo('asset://a').ratio('16:9')));
expectType<number>(estimateTokens(chain.referenceVideo('asset://a').ratio('16:9'), { videoSeconds: 4 }));
