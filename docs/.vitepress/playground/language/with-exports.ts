import type typescript from 'typescript';

/**
 * Returns a program that exports what the playground shows.
 *
 * A program that exports a value stays as it is. In another one, the last statement is exported: the value of an expression, or the
 * variables of a declaration.
 */
export function withExports(ts: typeof typescript, text: string): string {
	const { statements } = ts.createSourceFile('program.ts', text, ts.ScriptTarget.ES2022);
	if (statements.some((statement) => exportsValue(ts, statement))) return text;
	const last = statements.at(-1);
	if (last === undefined) return text;
	if (ts.isVariableStatement(last)) {
		const names = last.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
		return `${text}\nexport { ${names.join(', ')} };`;
	}
	if (!ts.isExpressionStatement(last)) return text;
	const start = last.getFullStart() + leadingLength(text.slice(last.getFullStart(), last.expression.end));
	const expression = text.slice(start, last.expression.end);
	return `${text.slice(0, start)}export default (${expression});${text.slice(last.end)}`;

	/** The length of white space and comments before an expression. */
	function leadingLength(source: string): number {
		const comments = ts.getLeadingCommentRanges(source, 0) ?? [];
		const end = comments.at(-1)?.end ?? 0;
		return end + source.slice(end).search(/\S/);
	}
}

function exportsValue(ts: typeof typescript, statement: typescript.Statement): boolean {
	if (ts.isExportAssignment(statement)) return true;
	if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
	if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
	return (
		ts.canHaveModifiers(statement) &&
		(ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
	);
}
