// The worker of the language service. It gets the declarations first, then questions, and answers them in order.
import ts from 'typescript';
import files from 'virtual:playground/declarations';
import type { Answer, Question } from './messages.js';
import { startLanguage } from './service.js';

const post = globalThis.postMessage.bind(globalThis);
const language = startLanguage(ts, files);
// The first check reads all declarations.
language.check(`import 'seedance-builder';`);

globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	const { id, method, args } = data;
	try {
		const ask = language[method] as (...args: readonly unknown[]) => unknown;
		send({ type: 'answer', id, value: ask(...args) });
	} catch (error) {
		send({ type: 'error', id, message: String(error) });
	}
});

send({ type: 'ready' });

function send(answer: Answer): void {
	post(answer);
}
