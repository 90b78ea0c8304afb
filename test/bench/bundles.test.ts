import { expect, test } from 'vitest';
import { bundleRows } from './bundles.js';

test('bundles of the chain with the schema, and with the client too, stay within their limits', async () => {
	const rows = await bundleRows();
	expect(rows.filter(({ value, limit }) => value > limit)).toStrictEqual([]);
	expect(rows).toHaveLength(2);
});
