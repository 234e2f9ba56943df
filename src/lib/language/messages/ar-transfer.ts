import { names } from './ar/names.ts';
import { sharing } from './ar/sharing.ts';
import { files } from './ar/files.ts';
import { stage } from './ar/stage.ts';
import type { TransferKey } from './en-transfer.ts';
import { exporting } from './ar/export.ts';
import { importing } from './ar/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting, ...names, ...sharing, ...files, ...stage };
