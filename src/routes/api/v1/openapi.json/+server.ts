import { json } from '@sveltejs/kit';
import { DOCUMENT } from '../../openapi/document.ts';

/** The API as an OpenAPI document. */
export const GET = () => json(DOCUMENT);
