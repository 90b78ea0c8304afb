import { defineConfig } from 'vitepress';
import llms from 'vitepress-plugin-llms';
import { checkSite } from './check/check-site.js';
import { hoversPlugin, type Plugins } from './hovers/hovers.js';
import { markdown } from './markdown.js';
import { playgroundPlugin } from './playground/build/playground-plugin.js';
import { writeProjectPages } from './project-pages.js';
import { writeReference } from './reference/write-reference.js';
import { sidebar } from './sidebar.js';

writeProjectPages();
await writeReference();

/** The path of the site on its host: `/` or, for example, `/seedance-builder/`. */
const base = process.env['DOCS_BASE'] ?? '/';

export default defineConfig({
	title: 'seedance-builder',
	description: 'Seedance 2.0 Ultra video requests as a typed chain: what the API would refuse does not compile',
	lang: 'en',
	base,
	cleanUrls: true,
	head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }]],
	markdown,
	themeConfig: {
		logo: '/logo.svg',
		nav: [
			{ text: 'Get started', link: '/get-started' },
			{ text: 'Rules', link: '/rules' },
			{ text: 'Playground', link: '/playground' },
			{ text: 'API', link: '/api/' },
		],
		sidebar: sidebar(),
		outline: { level: [2, 3] },
		search: {
			provider: 'local',
			options: { _render: (source, environment, md) => md.render(source, { ...environment, forSearch: true }) },
		},
	},
	vite: {
		// The reference is left out for language models: the declarations of the package have the same doc comments.
		// The types of this plugin are those of another version of Vite.
		plugins: [
			hoversPlugin(),
			playgroundPlugin(`${import.meta.dirname}/../..`),
			llms({ ignoreFiles: ['api/**', 'project/contributing.md'] }) as unknown as Plugins,
		],
		build: {
			chunkSizeWarningLimit: 2000,
			rollupOptions: {
				onwarn(warning, show) {
					// Comments of zod that are for another bundler.
					if (warning.code !== 'INVALID_ANNOTATION') show(warning);
				},
			},
		},
	},
	buildEnd: checkSite,
});
