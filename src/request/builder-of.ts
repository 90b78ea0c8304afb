/** The `build` method of a chain, or of anything else that builds a request; `undefined` if there is none, or reading it throws. */
export function builderOf(value: unknown): (() => unknown) | undefined {
	try {
		const { build } = (value ?? {}) as { readonly build?: unknown };
		return typeof build === 'function' ? () => build.call(value) as unknown : undefined;
	} catch {
		return undefined; // A proxy threw: the schema says so.
	}
}
