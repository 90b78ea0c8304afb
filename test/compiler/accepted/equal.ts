/* oxlint-disable typescript/no-unnecessary-type-parameters */
/** `true` where two types are the same, and not only assignable to each other. */
type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** Compiles only if the type of `value` is `Expected`: `expectType<5>()(payload.duration, true)`. */
export function expectType<Expected>(): <Given>(value: Given, isEqual: Equal<Expected, Given>) => void {
	return () => {};
}
