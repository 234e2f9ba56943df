import type { sharing as en } from '../en/sharing.ts';

export const sharing: Record<keyof typeof en, string> = {};
