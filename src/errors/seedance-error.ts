/**
 * The root of every error that this library throws: `error instanceof SeedanceError` tells ours from everybody else's. The one
 * exception is the `TypeError` of a handle that is made into text, where the language asks for a text.
 *
 * No error of this library holds the API key, a request's headers or a transport error that does.
 */
export abstract class SeedanceError extends Error {}
