import { onUnmounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { connectLanguage, type LanguageConnection, type LanguageState } from './language/connect-language.js';
import type { Checked } from './language/messages.js';
import type { ProgramResult } from './program/messages.js';
import { runProgram } from './program/run-program.js';

/** The state of the playground: the program, what the compiler says of it, and what it made. */
export interface PlaygroundState {
	readonly language: LanguageConnection;
	readonly languageState: Ref<LanguageState>;

	/** Whether the last change of the program has not been checked and run yet. */
	readonly isBusy: Ref<boolean>;
	readonly checked: ShallowRef<Checked | undefined>;

	/** What the program made. `undefined` while it runs for the first time, and where the compiler refuses it. */
	readonly result: ShallowRef<ProgramResult | undefined>;

	/** Takes a changed program: it is checked after a pause, and run if it has no error. */
	change(text: string): void;
}

/** Connects the compiler and the sandbox. Both end with the component. */
export function usePlayground(): PlaygroundState {
	const languageState = ref<LanguageState>('starting');
	const isBusy = ref(true);
	const checked = shallowRef<Checked>();
	const result = shallowRef<ProgramResult>();
	let latest = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;

	const language = connectLanguage({
		start: () => new Worker(new URL('./language/worker.ts', import.meta.url), { type: 'module', name: 'compiler' }),
		onState: (state) => (languageState.value = state),
	});

	onUnmounted(() => {
		clearTimeout(timer);
		latest.abort();
		language.close();
	});

	return {
		language,
		languageState,
		isBusy,
		checked,
		result,
		change(text) {
			clearTimeout(timer);
			latest.abort();
			latest = new AbortController();
			isBusy.value = true;
			const { signal } = latest;
			timer = setTimeout(() => void checkAndRun(text, signal), pause);
		},
	};

	async function checkAndRun(text: string, signal: AbortSignal): Promise<void> {
		try {
			const answer = await language.ask('check', text);
			signal.throwIfAborted();
			checked.value = answer;
			const made = answer.problems.length === 0 ? await runProgram(answer.javascript, signal) : undefined;
			signal.throwIfAborted();
			result.value = made;
			isBusy.value = false;
		} catch {
			// A later change ended it; or the compiler did not answer, and its state says so.
			if (!signal.aborted) isBusy.value = false;
		}
	}
}

/** How long nothing must have been typed before the program is checked, in milliseconds. */
const pause = 150;
