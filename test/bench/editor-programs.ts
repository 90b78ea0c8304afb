import { typicalChain } from './programs.js';

/** A library in an editor: the file that is open in it, and where its user asks. */
export interface EditorProgram {
	/** The imports, and what the expressions use. */
	readonly start: string;

	/** An expression of about seven calls, with a number of its own. */
	readonly expression: (number: number) => string;

	/** An unfinished expression, with a `|` where the user asks for what may follow. */
	readonly completion: string;

	/** An expression with a `|` before the name that the user points at. */
	readonly quickInfo: string;
}

/** How many expressions a file has. */
const count = 48;

/** The whole file, with `last` as its last statement. `edit` is a number that the user has just typed into an expression. */
export function fileOf({ start, expression }: EditorProgram, edit: number, last: string): string {
	const numbers = Array.from({ length: count }, (_, index) => (index === count - 1 ? count + edit : index));
	const expressions = numbers.map((number, index) => `export const value${index} = ${expression(number)};`);
	return [start, ...expressions, last].join('\n');
}

/** The library and its peers, by name: each as its documentation writes it. */
export const editorPrograms = {
	'seedance-builder': {
		start: `import { video } from 'seedance-builder';`,
		expression: typicalChain,
		completion: `video().text('A cat').resolution('720p').|`,
		quickInfo: `video().text('A cat').|resolution('720p')`,
	},
	kysely: {
		start: `import type { Generated, Kysely } from 'kysely';
interface Database {
	person: { id: Generated<number>; first_name: string; last_name: string | null; age: number };
	pet: { id: Generated<number>; name: string; owner_id: number; species: 'cat' | 'dog' };
	toy: { id: Generated<number>; name: string; pet_id: number; price: number };
}
declare const db: Kysely<Database>;`,
		expression: (number) => `db
	.selectFrom('person')
	.innerJoin('pet', 'pet.owner_id', 'person.id')
	.leftJoin('toy', 'toy.pet_id', 'pet.id')
	.select(['person.first_name', 'pet.name as pet_${number}', 'toy.name as toy_${number}'])
	.where('person.age', '>', ${number})
	.orderBy('person.id')
	.compile()`,
		completion: `db.selectFrom('person').innerJoin('pet', 'pet.owner_id', 'person.id').|`,
		quickInfo: `db.selectFrom('person').|innerJoin('pet', 'pet.owner_id', 'person.id')`,
	},
	'drizzle-orm': {
		start: `import { eq, gt } from 'drizzle-orm';
import { integer, sqliteTable, text, type BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
const person = sqliteTable('person', { id: integer().primaryKey(), name: text().notNull(), age: integer().notNull() });
const pet = sqliteTable('pet', { id: integer().primaryKey(), name: text().notNull(), ownerId: integer().notNull() });
const toy = sqliteTable('toy', { id: integer().primaryKey(), name: text().notNull(), petId: integer().notNull() });
declare const db: BaseSQLiteDatabase<'async', unknown>;`,
		expression: (number) => `db
	.select({ name: person.name, pet${number}: pet.name, toy${number}: toy.name })
	.from(person)
	.innerJoin(pet, eq(pet.ownerId, person.id))
	.leftJoin(toy, eq(toy.petId, pet.id))
	.where(gt(person.age, ${number}))
	.orderBy(person.id)
	.limit(10)`,
		completion: `db.select().from(person).innerJoin(pet, eq(pet.ownerId, person.id)).|`,
		quickInfo: `db.select().from(person).|innerJoin(pet, eq(pet.ownerId, person.id))`,
	},
	zod: {
		start: `import * as z from 'zod';`,
		expression: (number) => `z
	.object({
		id: z.number().min(${number}),
		name: z.string().min(1),
		species: z.enum(['cat', 'dog', 'bird${number}']),
		tags: z.array(z.string()),
	})
	.strict()`,
		completion: `z.object({ name: z.string() }).|`,
		quickInfo: `z.object({ name: z.string() }).|strict()`,
	},
	'ts-pattern': {
		start: `import { match, P } from 'ts-pattern';
type Animal =
	| { kind: 'cat'; lives: number }
	| { kind: 'dog'; name: string }
	| { kind: 'bird'; canFly: boolean }
	| { kind: 'fish'; depth: number };
declare const animal: Animal;`,
		expression: (number) => `match(animal)
	.with({ kind: 'cat', lives: ${number} }, ({ lives }) => lives)
	.with({ kind: 'cat' }, ({ lives }) => lives + 1)
	.with({ kind: 'dog', name: P.string }, ({ name }) => name)
	.with({ kind: 'bird', canFly: true }, () => 'bird ${number}')
	.with({ kind: P.union('bird', 'fish') }, ({ kind }) => kind)
	.exhaustive()`,
		completion: `match(animal).with({ kind: 'cat' }, ({ lives }) => lives).|`,
		quickInfo: `match(animal).|with({ kind: 'cat' }, ({ lives }) => lives)`,
	},
} as const satisfies Readonly<Record<string, EditorProgram>>;
