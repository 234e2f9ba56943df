import type { Language, Text } from './text.ts';
import type { RecordKind } from './kinds.ts';

/** One of several values that claims give for a field, with who says it. */
export interface Version {
	readonly value: unknown;
	readonly claims: readonly string[];
	/** Distinct voices: the speaker (actor id), else the origin that was passed on (source id). */
	readonly voices: readonly string[];
}

/** Why the shown value is the shown one. */
export type ShownBy = 'only' | 'agree' | 'decided' | 'said later' | 'reliability' | 'published later' | 'recorded later';

export interface ResolvedValue {
	readonly shape: 'value';
	readonly value: unknown;
	readonly claims: readonly string[];
	readonly by: ShownBy;
	/** Present only in conflict: all versions, the shown one first. */
	readonly versions?: readonly Version[];
	/** Moving fields: what was said before, latest first (ghosts). */
	readonly earlier?: readonly Version[];
	/** `newer`: a differing claim came after the decision ("decided, newer claim"). */
	readonly decision?: { readonly seq: number; readonly because: string; readonly newer: boolean };
}

/** Editorial text: per language the last recorded; the others are kept. */
export interface ResolvedText {
	readonly shape: 'text';
	readonly text: Text;
	readonly claims: Readonly<Partial<Record<Language, string>>>;
	readonly others: readonly { readonly language: Language; readonly text: string; readonly claim: string }[];
}

export interface ResolvedElement {
	/** Key members joined by ` · `. */
	readonly key: string;
	readonly members: Readonly<Record<string, ResolvedValue>>;
	readonly claims: readonly string[];
}

export interface ResolvedList {
	readonly shape: 'list';
	readonly elements: readonly ResolvedElement[];
}

export interface ResolvedGroup {
	readonly shape: 'group';
	readonly members: Readonly<Record<string, ResolvedValue>>;
}

export type ResolvedField = ResolvedValue | ResolvedText | ResolvedList | ResolvedGroup;

/** What the claims about one id add up to, as of one seq. Holds ids, never others' titles. */
export interface RecordBody {
	readonly id: string;
	readonly kind: RecordKind;
	readonly fields: Readonly<Record<string, ResolvedField>>;
	/** Standing claims that speak of this record, in ledger order. */
	readonly claims: readonly string[];
	/** Outside sources those claims come from (the desk is none), each once, in order of their first claim. */
	readonly sources: readonly string[];
	/** Ids merged into this one. */
	readonly merged: readonly string[];
	/** First and last entry that changed it. */
	readonly since: number;
	readonly changed: number;
}
