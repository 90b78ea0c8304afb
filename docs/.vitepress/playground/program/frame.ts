/**
 * The document of the sandbox's frame. It has an origin of its own, without storage, and its policy refuses every connection.
 * It starts a worker from the text that it is sent, and passes on what the worker says.
 */
export const frameDocument = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:">
<script>
addEventListener('message', ({ data }) => {
	const worker = new Worker(URL.createObjectURL(new Blob([data], { type: 'text/javascript' })));
	worker.onmessage = ({ data }) => parent.postMessage(data, '*');
	worker.onerror = ({ message }) => parent.postMessage({ type: 'stopped', message, issues: [] }, '*');
}, { once: true });
</script>`;
