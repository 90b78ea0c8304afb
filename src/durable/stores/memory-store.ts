import type { Store } from './store.js';

/**
 * Creates a store in memory, for tests. It is lost with the process: a worker that ends between a submit and its answer leaves no
 * trace in it.
 *
 * @example
 * const steps = createSteps(client, memoryStore());
 */
export function memoryStore(): Store {
	const values = new Map<string, string>();
	return {
		claim(key, value) {
			if (values.has(key)) return false;
			values.set(key, value);
			return true;
		},
		get: (key) => values.get(key),
		set: (key, value) => values.set(key, value),
	};
}
