/** A small MP4: what a client can tell from one, and nothing that plays. `payload` is what its `mdat` box holds. */
export function mp4(payload: string | Uint8Array): Buffer {
	return Buffer.concat([box('ftyp', 'isom\0\0\0\0'), box('moov', ''), box('mdat', payload)]);
}

/** A box of an MP4. */
export function box(type: string, content: string | Uint8Array): Buffer {
	const body = Buffer.from(content);
	const header = Buffer.alloc(8);
	header.writeUInt32BE(8 + body.byteLength);
	header.write(type, 4, 'latin1');
	return Buffer.concat([header, body]);
}
