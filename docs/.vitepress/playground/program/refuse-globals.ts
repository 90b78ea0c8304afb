/**
 * Replaces all that reaches the network, storage, other workers or the page by functions that say so.
 *
 * The browser refuses the network and storage in any case, by the sandbox's policy: this gives the sentence.
 */
export function refuseGlobals(scope: object): void {
	for (const name of names) {
		const value = function refused(): never {
			throw new Error(notAvailable(name));
		};
		Object.defineProperty(scope, name, { value, writable: false, configurable: false });
	}
}

/** The sentence about a function that a program may not call. */
function notAvailable(name: string): string {
	return `${name} is not available in the playground: a program runs without network and storage`;
}

const names = [
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebSocketStream',
	'WebTransport',
	'EventSource',
	'importScripts',
	'Worker',
	'SharedWorker',
	'BroadcastChannel',
	'FontFace',
	'indexedDB',
	'caches',
	'postMessage',
];
