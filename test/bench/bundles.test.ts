import { expect, test } from 'vitest';
import { bundleRows } from './bundles.js';

test('bundles of the chain, the schema and the client, and of the other entries, stay within their limits', async () => {
	const rows = await bundleRows();
	expect(rows.filter(({ value, limit }) => value > limit)).toStrictEqual([]);
	expect(rows).toHaveLength(5);
});
