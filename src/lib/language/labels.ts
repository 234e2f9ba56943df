import type { Translate } from './translate.ts';

/**
 * The words that have a label, by group. This room lies below the domain, so the words stand here once more; a test
 * holds them equal to the domain's lists. A key such as `fields.stage.in force` is checked against the catalogue.
 */
const WORDS = {
	record: ['track', 'event', 'agreement', 'follow-up', 'actor', 'source', 'topic'],
	stage: ['proposed', 'negotiated', 'memorandum', 'contract', 'signed', 'in force', 'carried out', 'ended', 'lapsed'],
	'status.event': ['planned', 'held', 'postponed', 'cancelled'],
	'status.follow-up': ['open', 'done', 'lapsed', 'unknown'],
	'kind.event': ['session', 'signing', 'meeting', 'visit', 'conference', 'treaty', 'talks', 'other'],
	'kind.agreement': ['treaty', 'memorandum', 'contract', 'protocol', 'documents', 'proposal'],
	'kind.track': ['working group', 'relation', 'programme'],
	'kind.actor': ['person', 'organisation', 'company', 'government', 'country'],
	calendar: ['gregorian', 'persian', 'islamic'],
	/** How words were turned into a date, and what somebody did somewhere: open lists, these are the usual words. */
	rule: [
		'within next year',
		'that weekday',
		'the month of that name before',
		'two days ending that day',
		'yesterday and today',
		'day of another calendar',
		'day of another calendar, end only',
		'end only',
		'days of the visit',
		'inferred from what it reports',
		'before the report that passes it on',
		'year of an undated report'
	],
	role: ['guest', 'head of delegation', 'host', 'participant', 'party', 'presenter', 'signatory', 'owner'],
	field: [
		...['title', 'summary', 'kind', 'track', 'status', 'date', 'place', 'participants', 'parties', 'topics', 'quantities', 'series'],
		...['part_of', 'stages', 'follows_from', 'owner', 'due', 'arises_from', 'spellings', 'roles', 'outlet', 'language', 'published'],
		...['passes_on', 'reliability', 'link', 'note', 'broader', 'ordinal', 'previous', 'actor', 'role', 'stage', 'event', 'planned'],
		...['what', 'amount', 'unit', 'words', 'text', 'organisation', 'from', 'to', 'topic', 'label'],
		...['order', 'record', 'stands', 'same'],
		...['agreement.topics', 'follow-up.title', 'actor.title', 'topic.title']
	]
} as const;

type Group = keyof typeof WORDS;
type WordKey = { [G in Group]: `fields.${G}.${(typeof WORDS)[G][number]}` }[Group];

/** Every key a label may ask for. */
const KEYS: ReadonlySet<string> = new Set(
	(Object.keys(WORDS) as Group[]).flatMap((group) => WORDS[group].map((word) => `fields.${group}.${word}`))
);

/** Asking `t` for such a key fails to compile when the catalogue lacks it. */
function isKey(key: string): key is WordKey {
	return KEYS.has(key);
}

/** The label of the first group that knows the word; the raw word when none does. */
function label(t: Translate, word: string, groups: readonly Group[]): string {
	for (const group of groups) {
		const key = `fields.${group}.${word}`;
		if (isKey(key)) return t(key);
	}
	return word;
}

/** Splits `event:held` into its kind and word; a word without a kind has the kind ''. */
function split(prefixed: string): [kind: string, word: string] {
	const at = prefixed.indexOf(':');
	return at < 0 ? ['', prefixed] : [prefixed.slice(0, at), prefixed.slice(at + 1)];
}

/** Name of a stage of an agreement; `planned:contract` names the stage alone. */
export function stageLabel(t: Translate, stage: string): string {
	return label(t, split(stage)[1], ['stage']);
}

/** Name of a status, with or without its kind: `event:held`, `agreement:in force`, `follow-up:open`, `held`. */
export function statusLabel(t: Translate, status: string): string {
	const [kind, word] = split(status);
	if (kind === 'agreement') return label(t, word, ['stage']);
	if (kind === 'follow-up') return label(t, word, ['status.follow-up']);
	return label(t, word, kind === 'event' ? ['status.event'] : ['status.event', 'status.follow-up', 'stage']);
}

/** Name of a kind within its record kind: `event:session`, `agreement:treaty`, `track:relation`; `follow-up` is its own. */
export function kindLabel(t: Translate, kind: string): string {
	const [record, word] = split(kind);
	if (record === 'event') return label(t, word, ['kind.event']);
	if (record === 'agreement') return label(t, word, ['kind.agreement']);
	if (record === 'track') return label(t, word, ['kind.track']);
	if (record === 'actor') return label(t, word, ['kind.actor']);
	return label(t, word, ['record', 'kind.agreement', 'kind.event', 'kind.track', 'kind.actor']);
}

/** Name of a record kind ("Event"); with a count, the counted noun in the reader's digits ("3 events"). */
export function recordKindLabel(t: Translate, kind: string, count?: number): string {
	if (count === undefined || !isKey(`fields.record.${kind}`)) return label(t, kind, ['record']);
	return t(`fields.count.${kind as (typeof WORDS)['record'][number]}`, { count });
}

/** Name of all records of a kind, as a heading: "Events". */
export function recordKindsLabel(t: Translate, kind: string): string {
	return isKey(`fields.record.${kind}`) ? t(`fields.records.${kind as (typeof WORDS)['record'][number]}`) : kind;
}

/** Name of a field or of a member of a list's element; of a path (`quantities/concluded/amount`), its field. */
export function fieldLabel(t: Translate, kind: string, field: string): string {
	const name = field.split('/')[0] ?? field;
	const own = `fields.field.${kind}.${name}`;
	return isKey(own) ? t(own) : label(t, name, ['field']);
}

/** Name of a calendar: "Persian". */
export function calendarLabel(t: Translate, calendar: string): string {
	return label(t, calendar, ['calendar']);
}

/** The rule that turned words into a date; a rule of one's own stands as it was written. */
export function ruleLabel(t: Translate, rule: string): string {
	return label(t, rule, ['rule']);
}

/** What an actor did or is in a record: host, signatory, party. */
export function roleLabel(t: Translate, role: string): string {
	return label(t, role, ['role']);
}
