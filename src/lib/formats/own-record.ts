import type { DateValue } from '#lib/domain/claim.ts';
import { LANGUAGES, type Text } from '#lib/domain/text.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import type { ForeignPlace, ForeignRecord, ForeignStage } from './foreign.ts';
import { isObject, type JsonObject } from './json-text.ts';

/** All a record says, as plain data: what formats of others carry beside their own members, so that nothing is lost on the way back. */
export function ownRecord({ place: _place, problems: _problems, ...record }: ForeignRecord): JsonObject {
	return record;
}

/** A record out of such data; null when it is not ours, or was damaged on the way. */
export function foreignOf(value: unknown, place: ForeignPlace): ForeignRecord | null {
	if (!isObject(value)) return null;
	const title = textOf(value.title);
	const kind = value.kind;
	if (!title || (kind !== 'event' && kind !== 'agreement' && kind !== 'follow-up')) return null;
	const date = dateOf(value.date);
	const [summary, location, track] = [textOf(value.summary), textOf(value.location), textOf(value.track)];
	const [topics, actors] = [textsOf(value.topics), textsOf(value.actors)];
	const stages = stagesOf(value.stages);
	const rest = isObject(value.rest)
		? Object.entries(value.rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
		: [];
	return {
		place,
		key: typeof value.key === 'string' ? value.key : null,
		kind,
		title,
		...(summary && { summary }),
		...(typeof value.subkind === 'string' && { subkind: value.subkind }),
		...(typeof value.status === 'string' && { status: value.status }),
		...(date && { date }),
		...(stages && { stages }),
		...(location && { location }),
		...(track && { track }),
		...(topics && { topics }),
		...(actors && { actors }),
		...(rest.length > 0 && { rest: Object.fromEntries(rest) }),
		problems: []
	};
}

export function textOf(value: unknown): Text | undefined {
	if (!isObject(value)) return undefined;
	const entries = LANGUAGES.flatMap((language) => {
		const text = value[language];
		return typeof text === 'string' && text.trim() !== '' ? [[language, text] as const] : [];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function textsOf(value: unknown): Text[] | undefined {
	if (!Array.isArray(value)) return undefined;
	return value.flatMap((inner) => textOf(inner) ?? []);
}

export function dateOf(value: unknown): DateValue | undefined {
	if (!isObject(value) || typeof value.edtf !== 'string' || !parseEdtf(value.edtf).ok) return undefined;
	const { edtf, said, calendar, rule } = value;
	const words = textOf(value.words);
	return {
		edtf,
		...(words && { words }),
		...(typeof said === 'string' && { said }),
		...((calendar === 'gregorian' || calendar === 'persian' || calendar === 'islamic') && { calendar }),
		...(typeof rule === 'string' && { rule })
	};
}

function stagesOf(value: unknown): ForeignStage[] | undefined {
	if (!Array.isArray(value)) return undefined;
	return value.flatMap((inner) =>
		isObject(inner) && typeof inner.stage === 'string' ? [{ stage: inner.stage, date: dateOf(inner.date) ?? null }] : []
	);
}
