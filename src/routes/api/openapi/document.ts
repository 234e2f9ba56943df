import { DECK_PATHS, DECK_SCHEMAS } from './deck-paths.ts';
import { FILE_PATHS } from './file-paths.ts';
import type { JsonSchema } from './json-schema.ts';
import { NAME_PATHS, NAME_SCHEMAS } from './name-paths.ts';
import { READING_PATHS, type Paths } from './paths.ts';
import { SCHEMAS } from './schemas.ts';
import { SHARE_PATHS, SHARE_SCHEMAS } from './share-paths.ts';

/** An OpenAPI 3.1 document, as far as this one goes. */
export interface OpenApi {
	readonly openapi: '3.1.0';
	readonly info: { readonly title: string; readonly version: string; readonly description: string };
	readonly paths: Paths;
	readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The whole API, described for programs. A test holds every answer on the seeds to it, and every address of the API to being here. */
export const DOCUMENT: OpenApi = {
	openapi: '3.1.0',
	info: {
		title: 'Accordline',
		version: '1',
		description:
			'Timeline and agreement tracker for policy desks. Days are ISO strings, inclusive, at stated precision; null is unknown, `..` is open. Keys of a view are those of the dashboard’s address; columns are filtered by `f.TABLE.COLUMN`. Parameters that are not known are refused.'
	},
	paths: { ...READING_PATHS, ...FILE_PATHS, ...DECK_PATHS, ...NAME_PATHS, ...SHARE_PATHS },
	components: { schemas: { ...SCHEMAS, ...DECK_SCHEMAS, ...NAME_SCHEMAS, ...SHARE_SCHEMAS } }
};
