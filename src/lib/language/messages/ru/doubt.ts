import type { doubt as en } from '../en/doubt.ts';

export const doubt: Record<keyof typeof en, string> = {};
