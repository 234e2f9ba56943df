import { exporting } from './en/export.ts';
import { importing } from './en/import.ts';

/** Words of imports and exports: few pages need them, so they travel by themselves. */
export const messages = { ...importing, ...exporting };

export type TransferKey = keyof typeof messages;
