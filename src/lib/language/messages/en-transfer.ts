import { names } from './en/names.ts';
import { sharing } from './en/sharing.ts';
import { files } from './en/files.ts';
import { stage } from './en/stage.ts';
import { exporting } from './en/export.ts';
import { importing } from './en/import.ts';

/** Words that few pages need: imports, exports, sharing, the stage. They travel by themselves. */
export const messages = { ...importing, ...exporting, ...names, ...sharing, ...files, ...stage };

export type TransferKey = keyof typeof messages;
