import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { project } from './compile.js';

/** What an editor with TypeScript 7 shows at `|` in a program, in the same form as a `LanguageService`. */
export interface LanguageServer {
	/** The names that are struck through in the list of names. */
	struckThrough(program: string): Promise<string[]>;

	/** The type and the doc comment behind a name, each tag at the start of a line. */
	hover(program: string): Promise<string>;

	/** The name and the parameters of the call around `|`, without what it returns. */
	signature(program: string): Promise<string>;

	/** Ends the server's process. */
	stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** The longest wait for an answer of the server, in milliseconds. */
const patience = 20_000;

/** Starts the language server of TypeScript 7, as an editor does, on one file against the built package. */
export async function startLanguageServer(): Promise<LanguageServer> {
	const folder = await project('7.0', 'language-server', { 'program.ts': '' }, { noEmit: true, types: [] });
	const uri = pathToFileURL(join(folder, 'program.ts')).href;
	const tsc = join(root, 'node_modules/ts7/bin/tsc');
	const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
	const connection = createMessageConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	// The server asks for the editor's settings, and for permission to watch files: it gets neither.
	connection.onRequest(() => null);
	connection.listen();

	const ask = async <Answer>(method: string, params: object): Promise<Answer> => {
		const late = once(AbortSignal.timeout(patience), 'abort').then(() => {
			throw new Error(`${method} took more than ${patience} ms`);
		});
		return Promise.race([connection.sendRequest<Answer>(method, params), late]);
	};

	await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
	await connection.sendNotification('initialized', {});
	const document = { uri, languageId: 'typescript', version: 0, text: '' };
	await connection.sendNotification('textDocument/didOpen', { textDocument: document });

	/** Asks about the place of `|`, once the server has the program without it. */
	const askAt = async <Answer>(method: string, program: string): Promise<Answer> => {
		const [before = '', after = ''] = program.split('|');
		const text = before + after;
		if (text !== document.text) {
			Object.assign(document, { text, version: document.version + 1 });
			const change = { textDocument: { uri, version: document.version }, contentChanges: [{ text }] };
			await connection.sendNotification('textDocument/didChange', change);
		}
		const lines = before.split('\n');
		return ask(`textDocument/${method}`, {
			textDocument: { uri },
			position: { line: lines.length - 1, character: lines.at(-1)!.length },
		});
	};

	return {
		async struckThrough(program) {
			const { items } = await askAt<CompletionList>('completion', program);
			return items.filter(({ tags }) => tags?.includes(deprecated)).map(({ label }) => label);
		},
		async hover(program) {
			const { contents } = await askAt<Hover>('hover', program);
			return contents.value
				.replace(/^```.*\n?/gm, '')
				.replace(/^\*@(\w+)\*(?: —)?\s+/gm, '@$1 ')
				.replace(/\[(\w+)\]\(file:[^)]*\)/g, '{@link $1}');
		},
		async signature(program) {
			const { signatures } = await askAt<SignatureHelp>('signatureHelp', program);
			const [{ label, parameters } = { label: '', parameters: [] }] = signatures;
			return `${label.slice(0, label.indexOf('('))}(${parameters.map(({ label }) => label).join(', ')})`;
		},
		async stop() {
			const exit = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
			server.kill();
			await exit;
			connection.dispose();
		},
	};
}

/** The tag of a name that is deprecated. */
const deprecated = 1;

const capabilities = {
	textDocument: {
		hover: { contentFormat: ['markdown'] },
		completion: { completionItem: { tagSupport: { valueSet: [deprecated] } } },
	},
};

interface CompletionList {
	readonly items: readonly { readonly label: string; readonly tags?: readonly number[] }[];
}

interface Hover {
	readonly contents: { readonly value: string };
}

interface SignatureHelp {
	readonly signatures: readonly {
		readonly label: string;
		readonly parameters: readonly { readonly label: string }[];
	}[];
}
