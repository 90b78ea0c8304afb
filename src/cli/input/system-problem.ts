/** What a system error says about a file, and what to do: `does not exist: check the path`. */
export function systemProblem(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
	return Object.hasOwn(problems, code) ? problems[code]! : `can't be used (${code}): choose another path`;
}

const problems: Readonly<Record<string, string>> = {
	ENOENT: 'does not exist: check the path',
	ENOTDIR: 'does not exist: a part of the path is a file and no folder',
	EISDIR: 'is a folder: pass the path of a file',
	EACCES: "can't be used: the permission is missing",
	EPERM: "can't be used: the permission is missing",
	EROFS: "can't be written: the file system is read-only",
	ENAMETOOLONG: "can't be used: the path is too long",
	ELOOP: "can't be used: its symbolic links lead in a circle",
	ERR_INVALID_ARG_VALUE: "can't be used: the path has a null character",
};
