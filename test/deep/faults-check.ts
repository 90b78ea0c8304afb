import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeedanceError, SubmitUncertainError, TaskFailedError } from '../../src/errors/index.js';
import { isOf, leakIn } from './faults-key.js';
import { hasVisibleId, provesNoTask, type CreateRecord } from './faults-oracle.js';
import type { Outcome, Run } from './faults-run.js';
import { describe } from './faults-server.js';

/** What went wrong in a run, judged from the record of the server. Empty if all went as it should. */
export function problemsOf(run: Run): readonly string[] {
	const { record, sight, plan } = run;
	if (!sight.isOver) return ['the run did not end'];
	return [
		...record.problems,
		...sight.outcomes.flatMap((outcome) => problemsOfOutcome(run, outcome)),
		...record.creates.flatMap((create) => lostId(run, create)),
		...leaksIn(run),
		...problemsOfCalls(run),
		...problemsOfFiles(run),
		...(plan.leaveAfter === undefined && sight.outcomes.length !== plan.count
			? [`${plan.count} requests had ${sight.outcomes.length} outcomes`]
			: []),
	];
}

function problemsOfOutcome({ record }: Run, { index, error, result, taskId }: Outcome): string[] {
	const creates = record.creates.filter((create) => create.index === index);
	const ids = creates.flatMap(({ answer }) => answer?.task?.id ?? []);
	// Of an answer that breaks off, nobody sees whether an error follows.
	const isWhole = creates.every(({ delivered, answer }) => !answer || delivered!.visible === answer.body.byteLength);
	if (!isWhole || isOf(SubmitUncertainError, error)) ids.push('req_1');
	// A number may be the row of a database, so it is no more than a hint.
	if (isOf(SubmitUncertainError, error)) ids.push('17');
	const problems: string[] = [];
	const told = [taskId, taskIdOf(error), result?.taskId];
	for (const id of told)
		if (id !== undefined && !ids.includes(id)) problems.push(`the task ${id} is not of request ${index}`);

	if (error === undefined) {
		if (!result || !record.tasks.get(result.taskId)?.urls.has(result.videoUrl))
			problems.push('the result has another URL');
		return problems;
	}
	if (!isOf<Error>(SeedanceError, error)) return [...problems, 'the error is not a SeedanceError'];
	if (error instanceof TaskFailedError && !record.tasks.get(error.taskId)?.isFailureTold) {
		problems.push('a task failed of which no answer says so');
	}
	const claimsNoTask = !(error instanceof SubmitUncertainError) && told.every((id) => id === undefined);
	const doubtful = creates.find((create) => !provesNoTask(create));
	if (claimsNoTask && doubtful) problems.push(`${error.name} says that no task exists, after ${describe(doubtful)}`);
	return problems;
}

/** An id that the client must have received, and did not tell. */
function lostId({ sight, plan }: Run, create: CreateRecord): string[] {
	const { index, answer, delivered, isSent, isHidden, idArrivedAt = Infinity } = create;
	if (answer?.task === undefined || isHidden || !hasVisibleId(create)) return [];
	const outcome = sight.outcomes.find((other) => other.index === index);
	const { abortedAt = Infinity } = sight;
	// A connection may close before the answer is written.
	if (idArrivedAt === Infinity && !isSent) return [];
	// After an abort or a timeout, only what had arrived before counts.
	const endedAt = Math.min(timedOutAt(outcome?.error, plan.requestTimeout), abortedAt);
	if (endedAt !== Infinity && idArrivedAt >= endedAt) return [];
	// A slow `fetch` hands over nothing of what broke meanwhile.
	if (plan.fetchKind === 'slow' && (endedAt !== Infinity || !delivered?.isComplete)) return [];
	// Who leaves a loop is told of tasks, and not of answers that say that there may be one.
	const isTask = answer.status < 300 && delivered?.isComplete;
	if (outcome === undefined && plan.leaveAfter !== undefined && !isTask) return [];
	const told = [
		outcome?.taskId,
		outcome?.result?.taskId,
		taskIdOf(outcome?.error),
		...sight.submitted.filter((other) => other.index === index).map(({ id }) => id),
	];
	return told.includes(answer.task.id)
		? []
		: [`the id ${answer.task.id} is lost: ${describe(create)}, ${String(outcome?.error)}`];
}

function taskIdOf(error: unknown): string | undefined {
	return isOf(Error, error) && 'taskId' in error ? (error.taskId as string | undefined) : undefined;
}

/** The earliest time at which a submit can have timed out; infinite if it has not. */
function timedOutAt(error: unknown, timeout: number): number {
	return isOf(SubmitUncertainError, error) && hasTimedOut(error) ? Date.parse(error.sentAt) + timeout : Infinity;
}

function hasTimedOut(error: unknown): boolean {
	if (!isOf<Error>(SeedanceError, error)) return false;
	return ('code' in error && error.code === 'TIMEOUT') || hasTimedOut(error.cause);
}

function leaksIn({ plan, sight }: Run): string[] {
	const seen = { ...sight, results: sight.outcomes.map(({ result }) => result) };
	const places = [
		...sight.outcomes.map(({ error }) => error),
		seen.results,
		sight.others,
		sight.submitting,
		sight.files,
	];
	return places.flatMap((place) => {
		const leak = leakIn(place, plan.apiKey);
		return leak === undefined ? [] : [`the key is told: ${leak}`];
	});
}

/** Whether each create was announced, and none was sent that was not allowed. */
function problemsOfCalls({ plan, record, sight }: Run): string[] {
	const { creates } = record;
	if (plan.onSubmitting === 'none') return [];
	const isForbidden = plan.onSubmitting === 'throws' || plan.onSubmitting === 'hangs';
	if (isForbidden && creates.length > 0) return ['a request was sent although onSubmitting did not agree'];
	const problems: string[] = [];
	const fingerprints = new Set(sight.submitting.map(({ fingerprint }) => fingerprint));
	for (let index = 0; index < plan.count; index += 1) {
		const announced = sight.submitting.filter((event) => (event.index ?? 0) === index).length;
		const sent = creates.filter((create) => create.index === index).length;
		if (sent > announced) problems.push(`request ${index} was sent ${sent} times and announced ${announced} times`);
	}
	for (const { error } of sight.outcomes) {
		if (error instanceof SubmitUncertainError && !fingerprints.has(error.fingerprint)) {
			problems.push('an error has a fingerprint that was not announced');
		}
	}
	return problems;
}

/** Whether a whole video was saved, or nothing. */
function problemsOfFiles({ plan, record, sight, folder }: Run): string[] {
	const { files, savedPath } = sight;
	const problems = files.filter((name) => name.endsWith('.part')).map((name) => `${name} was left behind`);
	const videos = files.filter((name) => name.endsWith('.mp4'));
	for (const name of videos) {
		const content = readFileSync(join(folder, name));
		const isWhole = record.video.versions.some((version) => version.equals(content));
		const isOld = plan.overwrites && savedPath === undefined && content.toString() === 'old';
		if (!isWhole && !isOld) problems.push(`${name} is not the whole video: ${content.byteLength} bytes`);
	}
	if (savedPath !== undefined && videos.length !== 1) problems.push('a saved video is not there');
	return problems;
}
