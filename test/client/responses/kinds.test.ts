import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/client/responses/kinds.js';

describe('a code', () => {
	test.each([
		['AuthenticationError', 'auth'],
		['invalid_api_key', 'auth'],
		['AccessDenied', 'auth'],
		['ModelNotOpen', 'auth'],
		['AccountOverdueError', 'billing'],
		['OperationDenied.ServiceOverdue', 'billing'],
		['insufficient_user_quota', 'billing'],
		['SetLimitExceeded', 'billing'],
		['InvalidEndpointOrModel.NotFound', 'invalid-input'],
		['model_not_found', 'invalid-input'],
		['MissingParameter', 'invalid-input'],
		['InvalidParameter.OversizeImage', 'invalid-input'],
		['InvalidImageURL.EmptyURL', 'invalid-input'],
		['RequestBodyTooLarge', 'invalid-input'],
		['invalid_request', 'invalid-input'],
		['InvalidParameter.DownloadFailed', 'media-fetch'],
		['asset_copy_not_ready', 'asset-not-ready'],
		['InputTextSensitiveContentDetected', 'input-moderation'],
		['InputImageSensitiveContentDetected.PrivacyInformation', 'input-moderation'],
		['SensitiveContentDetected.SevereViolation', 'input-moderation'],
		['InputTextRiskDetection', 'input-moderation'],
		['OutputVideoSensitiveContentDetected', 'output-moderation'],
		['OutputAudioSensitiveContentDetected.PolicyViolation', 'output-moderation'],
		['RateLimitExceeded.EndpointRPMExceeded', 'rate-limit'],
		['ModelAccountTpmRateLimitExceeded', 'rate-limit'],
		['APIAccountRpmRateLimitExceeded', 'rate-limit'],
		['RequestBurstTooFast', 'rate-limit'],
		['InflightBatchsizeExceeded', 'rate-limit'],
		['QuotaExceeded', 'rate-limit'],
		['ServerOverloaded', 'capacity'],
		['InternalServiceError', 'server'],
		['task_not_exist', 'not-found'],
	])('%s is of the kind %s', (code, kind) => {
		expect(kindOf({ status: 400, code, reason: 'whatever' })).toBe(kind);
	});
});

describe('a wording', () => {
	test.each([
		['No available channel for model seedance-2.0-ultra', 'capacity'],
		['timeout while fetching resource', 'media-fetch'],
		['The asset asset-1 is still processing', 'asset-not-ready'],
	])('%j is of the kind %s', (reason, kind) => {
		expect(kindOf({ status: 503, reason })).toBe(kind);
	});
});

describe('a status', () => {
	test.each([
		[400, 'invalid-input'],
		[401, 'auth'],
		[402, 'billing'],
		[403, 'auth'],
		[404, 'not-found'],
		[408, 'server'],
		[413, 'invalid-input'],
		[429, 'rate-limit'],
		[500, 'server'],
		[502, 'server'],
		[503, 'server'],
		[504, 'server'],
	])('%i is of the kind %s', (status, kind) => {
		expect(kindOf({ status })).toBe(kind);
	});
});

test('what says nothing is of an unknown kind', () => {
	expect(kindOf({ reason: 'it went wrong' })).toBe('unknown');
});
