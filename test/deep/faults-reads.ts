import { answerOf, fill, noise, type Answer, type Subject } from './faults-answers.js';

/** A task as the server knows it. */
export interface ReadSubject extends Subject {
	/** How the task ends. */
	readonly ending: 'succeeded' | 'failed';
	readonly videoUrl: string;

	/** Whether the answer is about the task. */
	readonly isCalm: boolean;

	/** How many reads came before this one. */
	readonly reads: number;
}

/** A random answer to a read of a task. */
export function readAnswer(subject: ReadSubject): Answer {
	const { random, ending, reads, isCalm } = subject;
	if (isCalm && reads === 0) return say(subject, running, 'running');
	if (isCalm) return ending === 'failed' ? say(subject, failed, 'failed') : succeeded(subject);
	return random.weighted([
		[20, () => say(subject, running, 'running')],
		[30 + reads * 20, () => (ending === 'failed' ? say(subject, failed, 'failed') : succeeded(subject))],
		[12, () => say(subject, notAbout)],
		[6, () => say(subject, anotherTask)],
		[4, () => say(subject, succeededWithoutUrl, 'succeeded')],
		[12, () => noise(subject)],
	])();
}

/** The answer to a read of a task that no answer to a create has named. */
export function unknownTaskAnswer(subject: Subject): Answer {
	return answerOf(subject, 404, fill('{"error":{"code":"task_not_exist","message":"$TEXT$"}}', subject));
}

// `$ID$` stands for the task's id, `$URL$` for the one of its video.
const running = [
	'{"code":"success","message":"$KEY$","data":{"task_id":"$ID$","status":"IN_PROGRESS","progress":"40%"}}',
	'{"id":"$ID$","status":"running"}',
	'{"task_id":"$ID$","status":"queued","progress":0}',
	'{"data":{"status":"QUEUED"}}',
	'{"data":{"task_id":"$ID$","status":"PONDERING $KEY$","progress":50}}',
	'{"data":{"task_id":"$ID$","status":""}}',
];

const success = [
	'{"code":"success","data":{"task_id":"$ID$","status":"SUCCESS","result_url":"$URL$","progress":"100%"}}',
	'{"id":"$ID$","status":"succeeded","content":{"video_url":"$URL$"},"usage":{"total_tokens":7}}',
	'{"id":"$ID$","status":"completed","video_url":"  $URL$\\n","x":"$KEY$"}',
	'{"status":"SUCCESS","output":{"video_url":"$URL$"}}',
	'{"status":"completed","url":"$URL$","metadata":{"note":"$TEXT$"}}',
	'{"data":{"status":"SUCCESS","fail_reason":"$URL$","finish_time":1700000000}}',
];

const succeededWithoutUrl = [
	'{"status":"SUCCESS","fail_reason":""}',
	'{"data":{"task_id":"$ID$","status":"SUCCESS","x":"$KEY$"}}',
];

const failed = [
	'{"code":"success","data":{"task_id":"$ID$","status":"FAILURE","fail_reason":"$TEXT$"}}',
	'{"id":"$ID$","status":"failed","error":{"code":"$CODE$","message":"$TEXT$"}}',
	'{"data":{"status":"EXPIRED"}}',
	'{"status":"cancelled","fail_reason":"$KEY$"}',
];

/** A failure of the read, in words that a failed task has too. */
const notAbout = [
	'{"status":"error","error":{"code":"RateLimitExceeded","message":"$TEXT$"}}',
	'{"code":500,"status":"failed","data":null}',
	'{"status":"timeout"}',
	'{"status":"failed","id":"req_1","error":{"code":"$CODE$","message":"$TEXT$"}}',
];

const anotherTask = [
	'{"data":{"task_id":"other-9","status":"SUCCESS","result_url":"http://127.0.0.1:9/other.mp4"}}',
	'{"data":{"task_id":"other-9","status":"FAILURE","fail_reason":"$TEXT$"}}',
	'{"id":"other-9","status":"succeeded","video_url":"http://127.0.0.1:9/other.mp4"}',
];

function say(subject: ReadSubject, bodies: readonly string[], says?: Answer['says']): Answer {
	const { random, id } = subject;
	const body = fill(random.pick(bodies), subject).replaceAll('$ID$', id);
	return answerOf(subject, 200, body, { ...(says && { says }) });
}

function succeeded(subject: ReadSubject): Answer {
	const { random, id, videoUrl } = subject;
	const body = fill(random.pick(success), subject).replaceAll('$ID$', id).replaceAll('$URL$', videoUrl);
	return answerOf(subject, 200, body, { says: 'succeeded', videoUrl });
}
