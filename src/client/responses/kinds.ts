import type { FailureKind } from '../../errors/failure-kind.js';

/** What the kind of a failure is derived from. */
export interface FailureSigns {
	readonly status?: number;
	readonly code?: string | undefined;
	readonly reason?: string | undefined;
}

/** The kind of a failure: by its code, else by its text, else by its HTTP status. */
export function kindOf({ status, code, reason }: FailureSigns): FailureKind {
	return match(codes, code) ?? match(wordings, reason) ?? (status === undefined ? 'unknown' : byStatus(status));
}

type Table = readonly (readonly [pattern: RegExp, kind: FailureKind])[];

// The first match counts, so specific patterns come before general ones.
const codes: Table = [
	[/^Output\w*(?:Sensitive|Risk)/i, 'output-moderation'],
	[/SensitiveContent|RiskDetection/i, 'input-moderation'],
	[/DownloadFailed/i, 'media-fetch'],
	[/asset\w*not_?ready/i, 'asset-not-ready'],
	[/Overdue|SetLimitExceeded|insufficient|pre_consume|billing/i, 'billing'],
	[/RateLimit|TooFast|TooMany|InflightBatchsize|QuotaExceeded/i, 'rate-limit'],
	[/Overloaded|no_available/i, 'capacity'],
	[/Authentication|api_?key|AccessDenied|Unauthorized|Forbidden|ModelNotOpen|OperationDenied/i, 'auth'],
	[/task\w*not_?(?:exist|found)/i, 'not-found'],
	[/Missing|Invalid|TooLarge|model_not_found/i, 'invalid-input'],
	[/Internal|server_error/i, 'server'],
];

const wordings: Table = [
	[/timeout while fetching resource|failed to download/i, 'media-fetch'],
	[/asset\b.*(?:still processing|not ready)/i, 'asset-not-ready'],
	[/no available channel|saturated/i, 'capacity'],
	[/task\b.*(?:not exist|not found)/i, 'not-found'],
];

function byStatus(status: number): FailureKind {
	if (status === 401 || status === 403) return 'auth';
	if (status === 402) return 'billing';
	if (status === 404) return 'not-found';
	if (status === 429) return 'rate-limit';
	if (status === 408 || status >= 500) return 'server';
	return status >= 400 ? 'invalid-input' : 'unknown';
}

function match(table: Table, text: string | undefined): FailureKind | undefined {
	return text === undefined ? undefined : table.find(([pattern]) => pattern.test(text))?.[1];
}
