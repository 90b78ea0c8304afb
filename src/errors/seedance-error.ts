/**
 * The root of every error that this library throws: `error instanceof SeedanceError` tells ours from everybody else's.
 *
 * No error of this library holds the API key, a request's headers or a transport error that does.
 */
export abstract class SeedanceError extends Error {}
