import { expect, test } from 'vitest';
import { bundleRows } from './bundles.js';

test('bundles of the chain with the schema, with the client too, and of the model for the AI SDK stay within their limits', async () => {
	const rows = await bundleRows();
	expect(rows.filter(({ value, limit }) => value > limit)).toStrictEqual([]);
	expect(rows).toHaveLength(3);
});
