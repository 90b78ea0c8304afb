/** The error of Node's `fetch` if the connection breaks after the request was sent. */
export function connectionReset(): TypeError {
	return fetchError('fetch failed', { code: 'ECONNRESET', syscall: 'read' }, 'read ECONNRESET');
}

/** The error of Node's `fetch` if the connection is refused. Nothing was sent. */
export function connectionRefused(): TypeError {
	return fetchError('fetch failed', { code: 'ECONNREFUSED', syscall: 'connect' }, 'connect ECONNREFUSED');
}

/** The error that Node throws if the connection breaks while a body is read. */
export function bodyTerminated(): TypeError {
	return fetchError('terminated', { code: 'UND_ERR_SOCKET' }, 'other side closed');
}

function fetchError(message: string, facts: object, reason: string): TypeError {
	return new TypeError(message, { cause: Object.assign(new Error(reason), facts) });
}
