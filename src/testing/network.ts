/** What `fetch` rejects with, in Node's words, where the connection breaks once the request is on its way. */
export function connectionReset(): TypeError {
	return failure('fetch failed', { code: 'ECONNRESET', syscall: 'read' }, 'read ECONNRESET');
}

/** What `fetch` rejects with, in Node's words, where nobody listens at the address. */
export function connectionRefused(): TypeError {
	return failure('fetch failed', { code: 'ECONNREFUSED', syscall: 'connect' }, 'connect ECONNREFUSED');
}

/** What reading a body rejects with, in Node's words, where the connection breaks in the middle of it. */
export function bodyTerminated(): TypeError {
	return failure('terminated', { code: 'UND_ERR_SOCKET' }, 'other side closed');
}

function failure(message: string, facts: object, reason: string): TypeError {
	return new TypeError(message, { cause: Object.assign(new Error(reason), facts) });
}
