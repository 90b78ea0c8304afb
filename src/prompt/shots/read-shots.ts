import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { blankShot, isList, longest, refusals, shotSeconds, tooManyShots, wrongType } from '../../rules.js';
import { isBlank } from '../blank.js';
import { readPrompt, type PromptData } from '../compose/parts.js';

/** A shot as it was read. What is wrong with it is an issue. */
interface ReadShot {
	readonly seconds: number;
	readonly content: PromptData;
}

/** Reads a list of shots, and says what is wrong with each. */
export function readShots(given: unknown): { readonly shots: readonly ReadShot[]; readonly issues: RequestIssue[] } {
	const shots: ReadShot[] = [];
	const issues: RequestIssue[] = [];
	const report: Report = (message, ...path) => void issues.push({ rule: 'shots', path: ['shots', ...path], message });
	try {
		if (!isList(given)) report(wrongType('shots', given, 'a list of shots'));
		else if (given.length > mostShots) report(tooManyShots(given.length));
		else shots.push(...Array.from(given, (shot, index) => readShot(shot, index, report)));
	} catch {
		// A getter or a proxy threw. What it threw may hold anything: it is dropped.
		issues.push({ ...refusals.unreadable, path: [] });
	}
	return { shots, issues };
}

// Many more than fit into a video: the lengths of a list that is a little too long are added.
const mostShots = 100;

type Report = (message: string, ...path: RequestIssue['path']) => void;

function readShot(shot: unknown, index: number, report: Report): ReadShot {
	const name = `shot ${index + 1}`;
	if (typeof shot !== 'object' || shot === null) {
		report(wrongType(name, shot, 'a shot, created with shot(seconds, text)'), index);
		return { seconds: 0, content: nothing };
	}
	const { seconds, content } = shot as { seconds?: unknown; content?: unknown };
	return {
		seconds: readSeconds(seconds, name, (message) => report(message, index, 'seconds')),
		content: readContent(content, name, (message) => report(message, index, 'content')),
	};
}

function readSeconds(seconds: unknown, name: string, report: Report): number {
	if (typeof seconds !== 'number') {
		report(wrongType(`the length of ${name}`, seconds, 'a whole number of seconds'));
		return 0;
	}
	if (!Number.isInteger(seconds) || seconds < 1 || seconds > longest) report(shotSeconds(name, seconds));
	return seconds;
}

function readContent(content: unknown, name: string, report: Report): PromptData {
	const data = typeof content === 'string' ? { parts: [content] } : readPrompt(content);
	if (data === undefined) report(wrongType(`the content of ${name}`, content, 'a text or a prompt'));
	else if (data.seconds !== undefined) report(refusals.oneShotList.message);
	else if (data.parts.every((part) => typeof part === 'string' && isBlank(part))) report(blankShot(name));
	return data ?? nothing;
}

const nothing: PromptData = { parts: [] };
