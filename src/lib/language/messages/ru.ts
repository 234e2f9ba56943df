import { doubt } from './ru/doubt.ts';
import { search } from './ru/search.ts';
import { promises } from './ru/promises.ts';
import { dateEntry } from './ru/date-entry.ts';
import { common } from './ru/common.ts';
import { dates } from './ru/dates.ts';
import { detail } from './ru/detail.ts';
import { errors } from './ru/errors.ts';
import { fields } from './ru/fields.ts';
import { tables } from './ru/tables.ts';
import { timeline } from './ru/timeline.ts';
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
