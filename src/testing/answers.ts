/** A refusal in the API's own words, as its documentation shows them. */
export function errorAnswer(status: number, type: string, code: string, message: string): Response {
	return Response.json({ error: { message, type, code } }, { status });
}

/** A refusal in the words of the gateway's task layer. */
export function refusalAnswer(code: string, message: string): Response {
	return Response.json({ code, message, data: null }, { status: 400 });
}
