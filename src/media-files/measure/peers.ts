import type * as ImageSize from 'image-size';
import type * as Mediabunny from 'mediabunny';
import { ConfigurationError } from '../../errors/configuration-error.js';

/** Loads the optional package that measures images. */
export async function loadImageSize(): Promise<typeof ImageSize> {
	try {
		return await import('image-size');
	} catch {
		throw notInstalled('image-size', 'images');
	}
}

/** Loads the optional package that measures videos and audio. */
export async function loadMediabunny(): Promise<typeof Mediabunny> {
	try {
		return await import('mediabunny');
	} catch {
		throw notInstalled('mediabunny', 'mp4, mov, wav and mp3 files');
	}
}

function notInstalled(name: string, measured: string): ConfigurationError {
	return new ConfigurationError(
		name,
		`is not installed: mediaFromFile and probeMedia measure ${measured} with this package; run: npm install ${name}`,
	);
}
