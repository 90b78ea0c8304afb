import { createHash } from 'node:crypto';
import type { UserConfig } from 'vitepress';

/** What an editor shows of a name. */
export interface Hover {
	/** The declaration, as the compiler prints it. */
	readonly type: string;

	/** The doc comment, in Markdown, without its tags. */
	readonly docs?: string;
}

/** The address of the hovers, relative to the base of the site. */
const hoversFile = 'hovers.json';

/** All hovers of the pages that were rendered, by their keys. */
const hovers = new Map<string, Hover>();

/** Returns the key of a hover, and keeps the hover for the file. Equal hovers have one key. */
export function keyOf(hover: Hover): string {
	const key = createHash('sha256').update(JSON.stringify(hover)).digest('base64url').slice(0, 8);
	hovers.set(key, hover);
	return key;
}

/** Plugins of the Vite that VitePress has. */
export type Plugins = NonNullable<NonNullable<UserConfig['vite']>['plugins']>;

/** Serves the hovers as one file, which a page loads when it needs the first one. */
export function hoversPlugin(): Plugins[number] {
	const source = (): string => JSON.stringify(Object.fromEntries(hovers));
	return {
		name: 'hovers',
		generateBundle(): void {
			this.emitFile({ type: 'asset', fileName: hoversFile, source: source() });
		},
		configureServer({ middlewares }): void {
			middlewares.use((request, response, next) => {
				if (!request.url?.endsWith(`/${hoversFile}`)) return next();
				response.setHeader('content-type', 'application/json').end(source());
			});
		},
	};
}
