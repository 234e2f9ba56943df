import type { Transport } from '@sveltejs/kit';
import { PageDesk, type DeskJson } from './routes/parts/page-desk.ts';

/** The server's column set stays on the server; the page gets what it can make its own from. */
export const transport: Transport = {
	desk: {
		encode: (value) => value instanceof PageDesk && value.toJson(),
		decode: (json: DeskJson) => json
	}
};
