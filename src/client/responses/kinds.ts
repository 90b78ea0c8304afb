import type { FailureKind } from '../../errors/failure-kind.js';

/** What the kind of a failure is derived from. */
export interface FailureSigns {
	readonly status?: number;
	readonly code?: string | undefined;
	readonly reason?: string | undefined;
}

/**
 * The kind of a failure: by a specific code, else by a specific text, else by a general code, a general text and the HTTP
 * status.
 */
export function kindOf({ status, code, reason }: FailureSigns): FailureKind {
	// The same code means a request for an unknown model with other statuses.
	if (status === 503 && code === 'model_not_found') return 'capacity';
	const specific = match(specificCodes, code) ?? match(specificTexts, reason);
	if (specific !== undefined) return specific;
	if (status === 301 || status === 308) return 'not-found';
	// A wrong base URL answers 404 with a general code.
	if (status === 404 && code !== undefined && /^(?:invalid_request|not_found)/i.test(code)) return 'not-found';
	return (
		match(generalCodes, code) ?? match(generalTexts, reason) ?? (status === undefined ? 'unknown' : byStatus(status))
	);
}

type Table = readonly (readonly [pattern: RegExp, kind: FailureKind])[];

// In each table, the first match counts. No pattern may take more than linear time: the texts come from the network.
const specificCodes: Table = [
	[/^Output\w*(?:Sensitive|Risk)/i, 'output-moderation'],
	[/SensitiveContent|RiskDetection/i, 'input-moderation'],
	[/DownloadFailed/i, 'media-fetch'],
	[/^asset\w*not_?ready/i, 'asset-not-ready'],
	[/Overdue|SetLimitExceeded|insufficient|pre_consume|billing/i, 'billing'],
	[/RateLimit|TooFast|TooMany|InflightBatchsize|QuotaExceeded/i, 'rate-limit'],
	[/Overloaded|no_available/i, 'capacity'],
	[/^task\w*not_?(?:exist|found)/i, 'not-found'],
];

const specificTexts: Table = [
	[/\boutput (?:text|image|video|audio) may contain sensitive/i, 'output-moderation'],
	[/\binput (?:text|image|video|audio) may contain sensitive|may contain (?:a )?real person/i, 'input-moderation'],
	[/timeout while fetching resource|failed to download|download failed/i, 'media-fetch'],
	[/\basset\b[^]{0,200}?(?:still processing|not ready)/i, 'asset-not-ready'],
];

const generalCodes: Table = [
	[/Authentication|api_?key|AccessDenied|Unauthorized|Forbidden|ModelNotOpen|OperationDenied/i, 'auth'],
	[/Missing|Invalid|TooLarge|model_not_found/i, 'invalid-input'],
	[/Internal|server_error/i, 'server'],
];

const generalTexts: Table = [
	[/no available channel|saturated/i, 'capacity'],
	[/\btask\b[^]{0,200}?(?:not exist|not found)/i, 'not-found'],
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
