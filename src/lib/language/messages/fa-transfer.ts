import type { TransferKey } from './en-transfer.ts';
import { exporting } from './fa/export.ts';
import { importing } from './fa/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting };
