import type { ExportRequest } from '../export/export-rows.ts';
import type { PicturedView } from '../picture/view-scene.ts';

/** A view to be written out with its picture. */
export interface ViewFileRequest extends ExportRequest {
	readonly picture: PicturedView;
	/** The view's name, without the day: that stands in `line`. */
	readonly heading: string;
	/** As of when, how many records, on how many sources differ. */
	readonly line: string;
}

/** Files of a view that hold its picture, in the order they are offered. */
export const VIEW_FILES = ['pptx', 'html'] as const;
export type ViewFile = (typeof VIEW_FILES)[number];

export const VIEW_FILE_TYPES: Readonly<Record<ViewFile, { readonly type: string; readonly ending: string }>> = {
	pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ending: 'pptx' },
	html: { type: 'text/html; charset=utf-8', ending: 'html' }
};

export function isViewFile(value: string): value is ViewFile {
	return (VIEW_FILES as readonly string[]).includes(value);
}
