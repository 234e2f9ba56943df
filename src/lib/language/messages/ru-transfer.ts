import { names } from './ru/names.ts';
import { sharing } from './ru/sharing.ts';
import { files } from './ru/files.ts';
import { stage } from './ru/stage.ts';
import type { TransferKey } from './en-transfer.ts';
import { exporting } from './ru/export.ts';
import { importing } from './ru/import.ts';

export const messages: Record<TransferKey, string> = { ...importing, ...exporting, ...names, ...sharing, ...files, ...stage };
