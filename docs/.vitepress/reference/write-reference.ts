import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	Application,
	Converter,
	DeclarationReflection,
	ReflectionKind,
	type PageEvent,
	type TypeDocOptions,
} from 'typedoc';
import { MarkdownPageEvent, type PluginOptions } from 'typedoc-plugin-markdown';

const root = join(import.meta.dirname, '../../..');

/**
 * Writes the pages of the API reference from the doc comments of all entries of the package.
 *
 * @throws if a doc comment can't be read, or links to what doesn't exist.
 */
export async function writeReference(): Promise<void> {
	const entries = readEntries();
	const [main, ...others] = Array.from(entries.keys(), (file) => join(root, 'src', `${file}.ts`));
	const options: Partial<TypeDocOptions & PluginOptions & { docsRoot: string; sidebar: object }> = {
		plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
		entryPoints: [...others, main!],
		// The main entry comes last: its `media` would take the file name of the entry `media`.
		sortEntryPoints: false,
		groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
		tsconfig: join(root, 'tsconfig.build.json'),
		readme: 'none',
		outputFileStrategy: 'modules',
		entryFileName: 'index',
		entryModule: 'seedance-builder',
		hideBreadcrumbs: true,
		hidePageHeader: true,
		useCodeBlocks: true,
		useHTMLAnchors: true,
		expandObjects: true,
		parametersFormat: 'table',
		interfacePropertiesFormat: 'table',
		typeAliasPropertiesFormat: 'table',
		classPropertiesFormat: 'table',
		out: join(root, 'docs/api'),
		docsRoot: join(root, 'docs'),
		disableSources: true,
		sidebar: { autoConfiguration: false },
		excludeInternal: true,
		excludePrivate: true,
		skipErrorChecking: true,
		logLevel: 'Warn',
	};
	const application = await Application.bootstrapWithPlugins(options);
	application.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
		for (const module of project.children ?? []) {
			module.name = entries.get(module.name) ?? entries.get(`${module.name}/index`) ?? module.name;
		}
		// A verb is described once, where it is declared, and not for each of the stages that have it.
		for (const member of project.getReflectionsByKind(ReflectionKind.SomeMember)) {
			if (member instanceof DeclarationReflection && member.inheritedFrom) project.removeReflection(member);
		}
	});
	application.renderer.on(MarkdownPageEvent.END, (page: PageEvent) => {
		// Types have braces, which Vue would take for expressions.
		page.contents = (page.contents ?? '').replace(/^# .*/, `# ${page.model.name}\n\n::: v-pre`).concat('\n:::\n');
	});
	const project = await application.convert();
	if (!project || application.logger.hasErrors()) throw new Error('the reference could not be written');
	await application.generateOutputs(project);
}

/** The entries of the package: the name under which each is imported, by its file in `src`. The main entry is the first. */
export function readEntries(): Map<string, string> {
	const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		name: string;
		exports: Readonly<Record<string, { readonly types?: string } | string>>;
	};
	const found = Object.entries(exports).flatMap(([path, target]) => {
		const types = typeof target === 'object' ? target.types : undefined;
		const file = types && /^\.\/dist\/(.*)\.d\.ts$/.exec(types)?.[1];
		return file ? [[file, join(name, path)] as const] : [];
	});
	return new Map(found);
}
