import { defineConfig } from 'vitepress';

export default defineConfig({
	title: 'seedance-builder',
	description: 'Seedance 2.0 Ultra video requests as a typed chain',
	cleanUrls: true,
	ignoreDeadLinks: true,
});
