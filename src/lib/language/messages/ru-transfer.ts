import type { TransferKey } from './en-transfer.ts';
import { exporting } from './ru/export.ts';
import { importing } from './ru/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting };
