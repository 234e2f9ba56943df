/** The seven kinds of record, in the order the interface lists them. */
export const RECORD_KINDS = ['track', 'event', 'agreement', 'follow-up', 'actor', 'source', 'topic'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The address segment of a kind: `/events/ID`, `/api/v1/events`. */
export const KIND_SEGMENT: Readonly<Record<RecordKind, string>> = {
	track: 'tracks',
	event: 'events',
	agreement: 'agreements',
	'follow-up': 'follow-ups',
	actor: 'actors',
	source: 'sources',
	topic: 'topics'
};

export const EVENT_KINDS = ['session', 'signing', 'meeting', 'visit', 'conference', 'treaty', 'talks', 'other'] as const;
export const EVENT_STATUSES = ['planned', 'held', 'postponed', 'cancelled'] as const;
export const AGREEMENT_KINDS = ['treaty', 'memorandum', 'contract', 'protocol', 'documents', 'proposal'] as const;
export const STAGES = ['proposed', 'negotiated', 'memorandum', 'contract', 'signed', 'in force', 'carried out', 'ended', 'lapsed'] as const;
export const FOLLOW_UP_STATUSES = ['open', 'done', 'lapsed', 'unknown'] as const;
export const TRACK_KINDS = ['working group', 'relation', 'programme'] as const;
export const ACTOR_KINDS = ['person', 'organisation', 'company', 'government', 'country'] as const;

export type Stage = (typeof STAGES)[number];
