import { DESK, type Claim, type DateValue } from '#lib/domain/claim.ts';
import { LANGUAGES, type Language, type Text } from '#lib/domain/text.ts';

const HEADER = ['id', 'title', 'date', 'end', 'kind', 'status', 'place', 'track', 'parties', 'topics', 'summary'];
/** RFC 4180: a cell with one of these stands in quotes. */
const NEEDS_QUOTES = /[",\r\n]/;
/** Rows of a table are written by people of many tongues; so many of ten by each. */
const TONGUES: readonly Language[] = ['en', 'fa', 'en', 'ar', 'en', 'ru', 'en', 'fa', 'ru', 'ar'];

/**
 * The events among these claims as somebody else's table (RFC 4180): one row an event, in one language each, everything
 * named by its name. Stays have a column for their last day; other doubt stands in the date as EDTF.
 */
export function* madeUpCsv(batches: Iterable<readonly Claim[]>): Generator<string> {
	yield line(HEADER);
	const names = new Map<string, Text>();
	for (const batch of batches) {
		const rows: string[] = [];
		for (const [at, claim] of batch.entries()) {
			const title = claim.fields['title'] as Text | undefined;
			if (claim.kind !== 'event') {
				if (title && claim.source === DESK) names.set(claim.record, title);
			} else if (title) rows.push(rowOf(claim, batch[at + 1], names));
		}
		yield rows.join('');
	}
}

/** @param facts the claim right after that of the wording: who, when and where */
function rowOf({ record, fields }: Claim, facts: Claim | undefined, names: ReadonlyMap<string, Text>): string {
	const tongue = TONGUES[Number(record.slice(record.lastIndexOf('-') + 1)) % TONGUES.length] ?? 'en';
	const words = (text: unknown) => inTongue((text ?? {}) as Text, tongue);
	const name = (id: unknown) => words(names.get(String(id)));
	const said = facts?.fields ?? {};
	const [date, end] = columnsOf(said['date'] as DateValue | undefined);
	const parties = (said['participants'] ?? []) as readonly { actor: string }[];
	const topics = (said['topics'] ?? []) as readonly { topic: string }[];
	return line([
		record,
		words(fields['title']),
		date,
		end,
		String(said['kind'] ?? ''),
		String(said['status'] ?? ''),
		words(said['place']),
		name(said['track']),
		parties.map(({ actor }) => name(actor)).join('; '),
		topics.map(({ topic }) => name(topic)).join('; '),
		words(fields['summary'])
	]);
}

function columnsOf(date: DateValue | undefined): [string, string] {
	const stay = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(date?.edtf ?? '');
	return stay ? [stay[1] ?? '', stay[2] ?? ''] : [date?.edtf ?? '', ''];
}

function inTongue(text: Text, tongue: Language): string {
	return text[tongue] ?? LANGUAGES.map((language) => text[language]).find((words) => words !== undefined) ?? '';
}

function line(cells: readonly string[]): string {
	return `${cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
