import type { NotAllowed } from '../../rules.js';

// How a type is refused:
//
// - A check, such as `WrongImage<Given>`, is `RefusedArgument` for what is wrong and `never` for what is right.
// - A table is read with `keyof` the check. `keyof RefusedArgument` is the key `refused`, which has the sentence. `keyof never` is
//    any key, which accepts.
//
// In a generic helper, `Given` is a type parameter: the compiler can't answer the check before the helper is called. It
// treats `keyof` as any key then, and accepts. A conditional type in place of the table would refuse every generic helper.

/** The answer of a check that refuses. The answer of one that accepts is `never`. */
export interface RefusedArgument {
	readonly refused: true;
}

/** A check that refuses any type but `never`. */
export type RefusedUnlessNever<Type> = Type extends unknown ? RefusedArgument : never;

/** `Allowed` if there is no message, or else a {@link NotAllowed} with the message. */
export type AllowedUnless<Message extends string, Allowed> = ({ readonly refused: NotAllowed<Message> } & {
	readonly [accepted: PropertyKey]: Allowed;
})[keyof RefusedUnlessNever<Message>];
