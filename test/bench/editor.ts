import { startLanguageService, type LanguageService } from '../compiler/language-service.js';
import { editorPrograms, fileOf, type EditorProgram } from './editor-programs.js';
import { median } from './node.js';
import { ratioRow, type Row } from './table.js';

const rounds = 9;

/** The rounds before the measured ones. */
const warmUp = 3;

type Library = keyof typeof editorPrograms;

const own: Library = 'seedance-builder';
const libraries = Object.keys(editorPrograms) as Library[];

/** What an editor asks after each edit. Each fails if the answer shows that the program isn't as it should be. */
const questions: Readonly<Record<string, (service: LanguageService, program: EditorProgram, edit: number) => void>> = {
	completion(service, program, edit) {
		if (service.complete(fileOf(program, edit, program.completion)).length === 0) throw new Error('no completions');
	},
	'quick info'(service, program, edit) {
		const text = service.hover(fileOf(program, edit, program.quickInfo));
		if (!/^\((?:method|property)\)/.test(text)) throw new Error('no quick info');
	},
	diagnostics(service, program, edit) {
		const errors = service.diagnose(fileOf(program, edit, ''));
		if (errors.length > 0) throw new Error(errors.join('\n'));
	},
};

/** The time of each answer in a file of 48 chains, beside that of peers: medians of interleaved rounds in one process. */
export function editorRows(): Row[] {
	const services = new Map(libraries.map((library) => [library, startLanguageService()]));
	return Object.entries(questions).flatMap(([question, ask]) => {
		const times = new Map(libraries.map((library) => [library, [] as number[]]));
		for (let edit = 0; edit < warmUp + rounds; edit++) {
			for (const library of libraries) {
				const start = performance.now();
				ask(services.get(library)!, editorPrograms[library], edit);
				if (edit >= warmUp) times.get(library)!.push(performance.now() - start);
			}
		}
		const medians = new Map(Array.from(times, ([library, values]) => [library, median(values)]));
		return libraries
			.filter((library) => library !== own)
			.map((peer) => {
				const budget = peer === 'kysely' ? 1.2 : undefined;
				return ratioRow(`${question}, beside ${peer}`, medians.get(own)!, medians.get(peer)!, budget, 'ms', peer);
			});
	});
}
