import type { Reroute, Transport } from '@sveltejs/kit';
import { PageDesk, type DeskJson } from './routes/parts/page-desk.ts';
import { withinShare } from './routes/parts/share-path.ts';

/** The server's column set stays on the server; the page gets what it can make its own from. */
export const transport: Transport = {
	desk: {
		encode: (value) => value instanceof PageDesk && value.toJson(),
		decode: (json: DeskJson) => json
	}
};

/** A shared view is the same pages under another address; what they may show is decided in hooks.server.ts. */
export const reroute: Reroute = ({ url }) => withinShare(url.pathname)?.path;
