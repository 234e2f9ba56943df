import { doubt } from './ar/doubt.ts';
import { search } from './ar/search.ts';
import { promises } from './ar/promises.ts';
import { dateEntry } from './ar/date-entry.ts';
import { common } from './ar/common.ts';
import { dates } from './ar/dates.ts';
import { detail } from './ar/detail.ts';
import { errors } from './ar/errors.ts';
import { fields } from './ar/fields.ts';
import { tables } from './ar/tables.ts';
import { timeline } from './ar/timeline.ts';
import type { MessageKey } from './en.ts';

export const messages: Record<MessageKey, string> = {
	...common,
	...dates,
	...detail,
	...errors,
	...fields,
	...tables,
	...timeline,
	...doubt,
	...search,
	...promises,
	...dateEntry
};
