declare module 'virtual:playground/declarations' {
	const files: Readonly<Record<string, string>>;
	export default files;
}

declare module 'virtual:playground/rules' {
	const ruleOfPattern: Readonly<Record<string, string>>;
	export default ruleOfPattern;
}

declare module 'virtual:playground/sandbox' {
	const script: string;
	export default script;
}
