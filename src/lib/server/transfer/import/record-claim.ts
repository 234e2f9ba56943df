import type { Claim, DateValue } from '#lib/domain/claim.ts';
import { AGREEMENT_KINDS, EVENT_KINDS, EVENT_STATUSES, FOLLOW_UP_STATUSES, STAGES } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { cleanString, cleanText, type Leftovers } from './clean-text.ts';
import type { NameBook, NamedKind } from './names.ts';
import { oddOrder } from './odd-order.ts';

const KINDS: Readonly<Record<ForeignRecord['kind'], readonly string[]>> = {
	event: EVENT_KINDS,
	agreement: AGREEMENT_KINDS,
	'follow-up': []
};
const STATUSES: Readonly<Record<ForeignRecord['kind'], readonly string[]>> = {
	event: EVENT_STATUSES,
	agreement: [],
	'follow-up': FOLLOW_UP_STATUSES
};

/** A row's word on its record, and what was odd in saying it. `claim` null: nothing of the row can be said. */
export interface RowClaim {
	readonly claim: Claim | null;
	readonly problems: readonly ForeignProblem[];
}

/** Where a claim stands in its file, as a fragment of RFC 7111: `row=12`, `sheet=Acts;row=12`. */
export function whereOf({ sheet, row }: ForeignPlace): string {
	return sheet === undefined ? `row=${row}` : `sheet=${sheet.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')};row=${row}`;
}

/** A foreign record as a claim of the source about the record of that id. What has no field of its own goes into `rest`. */
export function claimOf(record: ForeignRecord, id: string, source: string, names: NameBook): RowClaim {
	const { place, kind } = record;
	const left: Leftovers = { rest: { ...record.rest }, problems: [] };
	const where = whereOf(place);
	const fields: Record<string, unknown> = {};
	const put = (field: string, value: unknown) => {
		if (value !== undefined) fields[field] = value;
	};
	const named = (of: NamedKind, texts: readonly Text[] | undefined, column: string): { readonly id: string }[] => {
		const ids = new Set<string>();
		for (const text of texts ?? []) {
			const name = cleanText(text, column, place, left);
			if (!name) continue;
			const found = names.find(of, name, where);
			if (found.ambiguous)
				left.problems.push(problemOf({ ...place, column }, 'odd', 'cell', 'ambiguous-name', Object.values(name)[0] ?? ''));
			ids.add(found.id);
		}
		return [...ids].map((each) => ({ id: each }));
	};
	const chosen = (field: string, value: string | undefined, allowed: readonly string[]) => {
		if (value === undefined || value === '') return;
		if (allowed.includes(value)) {
			put(field, value);
			return;
		}
		left.rest[field] ??= value;
		left.problems.push(problemOf({ ...place, column: field }, 'odd', 'cell', `unknown-${field}`, value));
	};

	const title = cleanText(record.title, 'title', place, left);
	if (!title)
		return { claim: null, problems: [...left.problems, problemOf({ ...place, column: 'title' }, 'refused', 'row', 'no-title', '')] };
	put('title', title);
	put('summary', cleanText(record.summary, 'summary', place, left));
	const [track] = named('track', record.track && [record.track], 'track');
	const topics = named('topic', record.topics, 'topics');
	const actors = named('actor', record.actors, 'actors');
	chosen('kind', record.subkind, KINDS[kind]);
	chosen('status', record.status, STATUSES[kind]);
	const date = cleanDate(record.date, 'date', place, left);
	const location = cleanText(record.location, 'location', place, left);

	if (kind === 'follow-up') {
		if (actors.length > 0)
			put(
				'owner',
				actors.map((each) => ({ actor: each.id }))
			);
		put('due', date);
	} else {
		put('track', track?.id);
		if (actors.length > 0)
			put(
				kind === 'event' ? 'participants' : 'parties',
				actors.map((each) => ({ actor: each.id }))
			);
		if (topics.length > 0)
			put(
				'topics',
				topics.map((each) => ({ topic: each.id }))
			);
	}
	if (kind === 'event') {
		put('date', date);
		put('place', location);
	} else if (location) left.rest['location'] ??= Object.values(location).join(' · ');
	if (kind === 'agreement') {
		const stages = stagesOf(record, left);
		if (stages.length > 0) put('stages', stages);
		if (date) left.rest['date'] ??= [date.edtf, ...Object.values(date.words ?? {})].join(' · ');
		// A mapping has said so already, and of which column.
		if (!record.problems.some(({ code }) => code === 'stage-before')) left.problems.push(...oddOrder(stages, place));
	} else if (record.stages?.length)
		left.rest['stages'] ??= record.stages.map(({ stage, date: at }) => `${stage} ${at?.edtf ?? ''}`).join(' · ');
	if (kind === 'follow-up') {
		for (const [name, texts] of [['track', record.track && [record.track]] as const, ['topics', record.topics] as const]) {
			if (texts?.length) left.rest[name] ??= texts.map((text) => Object.values(text).join(' / ')).join(' · ');
		}
	}
	return {
		claim: {
			record: id,
			kind,
			source,
			where,
			fields,
			...(record.quote && quoteOf(record.quote, place, left)),
			...(Object.keys(left.rest).length > 0 && { rest: left.rest })
		},
		problems: left.problems
	};
}

interface Stage {
	readonly stage: string;
	readonly date?: DateValue;
}

/** Stages of a row, each once; what is no stage of ours is kept in `rest`. */
function stagesOf({ stages = [], place }: ForeignRecord, left: Leftovers): Stage[] {
	const found = new Map<string, Stage>();
	for (const { stage, date } of stages) {
		const clean = cleanDate(date ?? undefined, `stage ${stage}`, place, left);
		if (!(STAGES as readonly string[]).includes(stage) || found.has(stage)) {
			left.rest[`stage ${stage}`] ??= clean ? [clean.edtf, ...Object.values(clean.words ?? {})].join(' · ') : '';
			left.problems.push(problemOf({ ...place, column: stage }, 'odd', 'cell', found.has(stage) ? 'stage-again' : 'unknown-stage', stage));
		} else found.set(stage, { stage, ...(clean && { date: clean }) });
	}
	return [...found.values()];
}

function cleanDate(date: DateValue | undefined, name: string, place: ForeignPlace, left: Leftovers): DateValue | undefined {
	if (!date?.words && !date?.rule) return date;
	const { words, rule, ...plain } = date;
	const clean = cleanText(words, `${name}.words`, place, left);
	return { ...plain, ...(clean && { words: clean }), ...(rule !== undefined && rule.trim() !== '' && { rule: rule.trim() }) };
}

function quoteOf(quote: NonNullable<ForeignRecord['quote']>, place: ForeignPlace, left: Leftovers): Partial<Claim> {
	const text = cleanString(quote.text, 'quote', place, left);
	return text === '' ? {} : { quote: { text, language: quote.language } };
}
