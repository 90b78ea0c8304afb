/**
 * Settles items, `concurrency` at a time, and yields the outcomes in order of completion. An item is started when fewer than
 * `concurrency` run or wait to be yielded, and the consumer asks for the next outcome. If the consumer leaves early, `leave`
 * aborts, and leaving takes until the running items have settled. If `items` throws, no more are started; the error is thrown
 * after the running items have settled and been yielded.
 *
 * `settle` never rejects.
 */
export async function* inOrderOfCompletion<Item, Outcome>(
	items: Iterable<Item> | AsyncIterable<Item>,
	concurrency: number,
	settle: (item: Item, index: number, leave: AbortSignal) => Promise<Outcome>,
): AsyncGenerator<Outcome, void, undefined> {
	const iterator = iteratorOf(items);
	const leaving = new AbortController();
	// Outcomes are handed over through a list, and not through the promises of the items: a race between those would keep every
	// outcome alive until the slowest item settles.
	const settled: Outcome[] = [];
	const running = new Set<Promise<void>>();
	let index = 0;

	/** 1 while the consumer has an outcome and hasn't asked for the next one. */
	let yielded = 0;
	let isPulling = false;
	let isOver = false;
	let broken: { readonly reason: unknown } | undefined;
	let notify: () => void = () => {};
	const change = (): Promise<void> => new Promise((resolve) => (notify = resolve));

	function start(item: Item): void {
		const run = finish(item).finally(() => {
			running.delete(run);
			notify();
		});
		running.add(run);
	}

	async function finish(item: Item): Promise<void> {
		settled.push(await settle(item, index++, leaving.signal));
	}

	const hasRoom = (): boolean => !isOver && running.size + settled.length + yielded < concurrency;

	/** Starts items while there is room. A list that is asked for its next item isn't asked for another one. */
	async function fill(): Promise<void> {
		isPulling = true;
		while (hasRoom()) await pull();
		isPulling = false;
		notify();
	}

	async function pull(): Promise<void> {
		try {
			const { done, value } = await iterator.next();
			if (leaving.signal.aborted) {
				isOver = true;
				// The consumer has left in the meantime.
				if (!done) await iterator.return?.();
			} else if (done) isOver = true;
			else start(value);
		} catch (reason) {
			isOver = true;
			broken = { reason };
		}
	}

	try {
		for (;;) {
			const changed = change();
			if (!isPulling && hasRoom()) void fill();
			if (settled.length > 0) {
				yielded = 1;
				yield settled.shift()!;
				yielded = 0;
			} else if (running.size > 0 || isPulling) await changed;
			else if (isOver) break;
		}
		if (broken) throw broken.reason;
	} finally {
		leaving.abort();
		try {
			// A list that is asked for its next item can't be closed before it answers.
			if (!isOver && !isPulling) await iterator.return?.();
		} finally {
			await Promise.all(running);
		}
	}
}

function iteratorOf<Item>(items: Iterable<Item> | AsyncIterable<Item>): Iterator<Item> | AsyncIterator<Item> {
	// A text is a list, too, and has no operator `in`.
	const { [Symbol.asyncIterator]: open } = items as Partial<AsyncIterable<Item>>;
	return open ? open.call(items) : (items as Iterable<Item>)[Symbol.iterator]();
}
