import type { exporting as reference } from '../en/export.ts';

export const exporting: Record<keyof typeof reference, string> = {};
