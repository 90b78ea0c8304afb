export { ApiError, isApiError } from './api-error.js';
export { BatchStoppedError, isBatchStoppedError } from './batch-stopped-error.js';
export { CallbackError, isCallbackError } from './callback-error.js';
export { ConfigurationError, isConfigurationError } from './configuration-error.js';
export { DownloadError, isDownloadError } from './download-error.js';
export { InvalidRequestError, isInvalidRequestError } from './invalid-request-error.js';
export { isNetworkError, NetworkError } from './network-error.js';
export { isSaveError, SaveError } from './save-error.js';
export { SeedanceError } from './seedance-error.js';
export { isSubmitUncertainError, SubmitUncertainError } from './submit-uncertain-error.js';
export { isTaskAbortedError, TaskAbortedError } from './task-aborted-error.js';
export { isTaskFailedError, TaskFailedError } from './task-failed-error.js';
export { isTaskTimeoutError, TaskTimeoutError } from './task-timeout-error.js';
export { isUnexpectedResponseError, UnexpectedResponseError } from './unexpected-response-error.js';

export type { ContentPlace } from './content-place.js';
export type { FailureKind } from './failure-kind.js';
export type { RequestIssue } from './invalid-request-error.js';
export type { FailedStatus, TaskFailure } from './task-failed-error.js';
