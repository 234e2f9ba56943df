import { doubt } from './en/doubt.ts';
import { search } from './en/search.ts';
import { promises } from './en/promises.ts';
import { dateEntry } from './en/date-entry.ts';
import { common } from './en/common.ts';
import { dates } from './en/dates.ts';
import { detail } from './en/detail.ts';
import { errors } from './en/errors.ts';
import { fields } from './en/fields.ts';
import { tables } from './en/tables.ts';
import { timeline } from './en/timeline.ts';

/** The reference catalogue: its keys are the keys of all. ICU MessageFormat. */
export const messages = {
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

export type MessageKey = keyof typeof messages;
