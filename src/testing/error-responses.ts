/** Answers with an HTTP error of the API, in the documented form. */
export function errorResponse(status: number, type: string, code: string, message: string): Response {
	return Response.json({ error: { message, type, code } }, { status });
}

/** Answers with HTTP 400, in the form of the gateway's task layer. */
export function taskErrorResponse(code: string, message: string): Response {
	return Response.json({ code, message, data: null }, { status: 400 });
}
