import type { importing as reference } from '../en/import.ts';

export const importing: Record<keyof typeof reference, string> = {};
