/**
 * The base class of this library's errors. The only other error that it throws is the `TypeError` of a handle that is converted
 * to text.
 *
 * No error holds the API key, a request's headers, or a transport error that holds them.
 */
export abstract class SeedanceError extends Error {}
