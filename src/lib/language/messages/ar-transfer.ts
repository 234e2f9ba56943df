import type { TransferKey } from './en-transfer.ts';
import { exporting } from './ar/export.ts';
import { importing } from './ar/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting };
