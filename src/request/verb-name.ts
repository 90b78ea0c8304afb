/** The verb that writes a field or a role: `generateAudio` for `generate_audio`. */
export function verbName(name: string): string {
	return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
