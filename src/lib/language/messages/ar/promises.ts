import type { promises as en } from '../en/promises.ts';

export const promises: Record<keyof typeof en, string> = {};
