import { names } from './fa/names.ts';
import { sharing } from './fa/sharing.ts';
import { files } from './fa/files.ts';
import { stage } from './fa/stage.ts';
import type { TransferKey } from './en-transfer.ts';
import { exporting } from './fa/export.ts';
import { importing } from './fa/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting, ...names, ...sharing, ...files, ...stage };
