import { doubt } from './fa/doubt.ts';
import { search } from './fa/search.ts';
import { promises } from './fa/promises.ts';
import { dateEntry } from './fa/date-entry.ts';
import { common } from './fa/common.ts';
import { dates } from './fa/dates.ts';
import { detail } from './fa/detail.ts';
import { errors } from './fa/errors.ts';
import { fields } from './fa/fields.ts';
import { tables } from './fa/tables.ts';
import { timeline } from './fa/timeline.ts';
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
