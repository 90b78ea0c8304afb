/**
 * Binds the methods of a class to the instance that they are read from, so that `const { text } = video()` works. Own properties
 * would bind as well, but two instances would never compare equal.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function boundMethods<Class extends new (...args: never) => object>(type: Class): Class {
	for (const name of Object.getOwnPropertyNames(type.prototype)) {
		const method: unknown = (type.prototype as Record<string, unknown>)[name];
		if (name === 'constructor' || typeof method !== 'function') continue;
		Object.defineProperty(type.prototype, name, {
			get(this: object): unknown {
				return method.bind(this);
			},
		});
	}
	return type;
}
