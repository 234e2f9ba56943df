import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Static faces of the interface's two families: the raster painter reads neither WOFF nor variable weights. */
const FACES = [
	'@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
	'@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
	'@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
	'vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf',
	'vazirmatn/fonts/ttf/Vazirmatn-Medium.ttf',
	'vazirmatn/fonts/ttf/Vazirmatn-SemiBold.ttf'
] as const;

/** The families' names inside those files, in the order texts of a script ask for them. */
export const PICTURE_FONTS = { latin: 'Inter, Vazirmatn', arabic: 'Vazirmatn, Inter' } as const;

/** A face of ours is not where the packages put it: pictures would come out with empty boxes for letters. */
export class FontsMissing extends Error {}

let found: readonly string[] | null = null;

/** Paths of the faces. @throws FontsMissing with the names of those that are not installed */
export function pictureFonts(): readonly string[] {
	if (found) return found;
	const require = createRequire(import.meta.url);
	const paths: string[] = [];
	const missing: string[] = [];
	for (const face of FACES) {
		const path = pathOf(require, face);
		if (path) paths.push(path);
		else missing.push(face);
	}
	if (missing.length > 0) throw new FontsMissing(`Pictures need fonts that are not installed: ${missing.join(', ')}. Run npm ci.`);
	found = paths;
	return paths;
}

function pathOf(require: NodeJS.Require, face: string): string | null {
	try {
		const path = require.resolve(face);
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
}
