import type { NotAllowed } from '../rules.js';

/** The answer of a check that refuses a value. The answer of one that accepts it is `never`. */
export interface RefusedArgument {
	readonly refused: true;
}

/**
 * {@link RefusedArgument}, or `never` for `never`. For the type parameter of a generic helper the compiler doesn't answer yet: what it
 * stands for is known where the helper is called.
 */
export type RefusedUnlessNever<Type> = Type extends unknown ? RefusedArgument : never;

/**
 * A {@link NotAllowed} with this message, or `Allowed` where the message is `never`.
 *
 * It looks the answer up by its keys. `keyof never` is any key, and so is the `keyof` of an answer that a generic helper has
 * to wait for: both find `Allowed`. A conditional type would refuse every generic helper.
 */
export type AllowedUnless<Message extends string, Allowed> = ({ readonly refused: NotAllowed<Message> } & {
	readonly [other: PropertyKey]: Allowed;
})[keyof RefusedUnlessNever<Message>];
