/** The `build` method of a chain, or of anything else that builds a request; `undefined` if there is none, or reading it throws. */
export function builderOf(value: unknown): (() => unknown) | undefined {
	try {
		const { build } = (value ?? {}) as { readonly build?: unknown };
		return typeof build === 'function' ? () => build.call(value) as unknown : undefined;
	} catch {
		return undefined; // A proxy threw: the schema says so.
	}
}

/** What a chain, or anything else that builds a request, builds; any other value as it is. Throws what `build` throws. */
export function payloadOf(value: unknown): unknown {
	const builder = builderOf(value);
	return builder === undefined ? value : builder();
}
