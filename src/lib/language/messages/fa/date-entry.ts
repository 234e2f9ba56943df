import type { dateEntry as en } from '../en/date-entry.ts';

export const dateEntry: Record<keyof typeof en, string> = {};
