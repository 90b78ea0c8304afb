import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { video } from '../../../../src/builder/index.js';
import { demoRequest } from '../../../../src/cli/commands/demo/demo-request.js';

test('the chain that the demo prints makes its payload', () => {
	const { source, request } = demoRequest('2k', '9:16');
	expect(runInNewContext(source, { video })).toEqual(request);
});
