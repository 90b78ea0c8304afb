/**
 * Where the steps keep their journal: JSON texts by key. Several processes may use it at a time, so it must survive them, and
 * `claim` must be atomic. {@link redisStore} and {@link memoryStore} come with the library.
 *
 * @example
 * // PostgreSQL: create table journal (key text primary key, value text not null)
 * const store: Store = {
 * 	async claim(key, value) {
 * 		const text = 'insert into journal values ($1, $2) on conflict do nothing';
 * 		return (await pool.query(text, [key, value])).rowCount === 1;
 * 	},
 * 	get: async (key) => (await pool.query('select value from journal where key = $1', [key])).rows[0]?.value,
 * 	set: (key, value) => pool.query('update journal set value = $2 where key = $1', [key, value]),
 * };
 */
export interface Store {
	/**
	 * Stores a value under a key that has none. Resolves with whether this call stored it: of several callers, with `true` for one.
	 * If it takes more than ten seconds, nothing is sent.
	 */
	claim(key: string, value: string): Promise<boolean> | boolean;

	/** Returns the value of a key; `undefined` or `null` if it has none. */
	get(key: string): Promise<string | null | undefined> | string | null | undefined;

	/** Replaces the value of a key. */
	set(key: string, value: string): unknown;
}
