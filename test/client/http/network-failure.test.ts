import { expect, test } from 'vitest';
import { networkFailure } from '../../../src/client/http/network-failure.js';

const refused = link('connect', 'ECONNREFUSED');
const reset = link('read', 'ECONNRESET');

test.each<[string, unknown]>([
	['a refused connection', fetchFailed(refused)],
	['a refused connection to each address', fetchFailed(new AggregateError([refused, refused]))],
	['a code alone', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
	['an unknown host', fetchFailed(link('getaddrinfo', 'ENOTFOUND'))],
	['an untrusted certificate', fetchFailed(Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }))],
	['a proxy that refuses', fetchFailed(Object.assign(new Error('x'), { code: 'UND_ERR_ABORTED' }))],
])('nothing was sent after %s', (_, thrown) => {
	expect(networkFailure(thrown).sent).toBe(false);
});

test.each<[string, unknown]>([
	['nothing that is known', new Error('x')],
	['undefined', undefined],
	['a text', 'ECONNREFUSED'],
	['a reset', fetchFailed(reset)],
	['a reset after a refused connection', fetchFailed(link('read', 'ECONNRESET', refused))],
	['a refused connection after a reset', fetchFailed(link('connect', 'ECONNREFUSED', reset))],
	['a reset among refused connections', new AggregateError([refused, reset])],
	['a reset behind a hundred refused connections', new AggregateError([...many(100, () => refused), reset])],
	[
		'a reset ten causes deep',
		Array.from({ length: 10 }).reduce<Error>((cause) => link('connect', 'ECONNREFUSED', cause), reset),
	],
	['an error that contains itself', tangled()],
	['an abort', Object.assign(new Error('x'), { code: 'UND_ERR_ABORTED' })],
	['a lost route of an open connection', fetchFailed(link('read', 'EHOSTUNREACH'))],
	['a revoked proxy', revoked()],
	['a cause that is a revoked proxy', fetchFailed(revoked())],
	['errors that are a revoked proxy', Object.assign(link('connect', 'ECONNREFUSED'), { errors: revoked() })],
	['a getter that throws', Object.defineProperty({ code: 'ECONNREFUSED' }, 'cause', { get: () => JSON.parse('{') })],
])('the request may have been sent after %s', (_, thrown) => {
	expect(networkFailure(thrown).sent).toBe(true);
});

test('texts and codes are cut', () => {
	const { reason, code } = networkFailure(Object.assign(new Error('x'.repeat(1e6)), { code: 'E'.repeat(1e6) }));
	expect([reason.length, code?.length]).toEqual([2_001, 101]);
});

function link(syscall: string, code: string, cause?: unknown): Error {
	return Object.assign(new Error(`${syscall} ${code}`, { cause }), { syscall, code });
}

function fetchFailed(cause: unknown): Error {
	return new TypeError('fetch failed', { cause });
}

function many<T>(length: number, make: () => T): T[] {
	return Array.from({ length }, make);
}

/** Read without a bound, this takes 17⁸ steps. */
function tangled(): Error {
	const error = new AggregateError([]);
	error.errors = many(16, () => error);
	error.cause = error;
	return error;
}

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}
