import { DESK, type Claim } from '#lib/domain/claim.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { exactly, pastDay, WORLD_START } from './made-up-dates.ts';
import { BODIES, compose, madeUpLand, madeUpName, OUTLETS, TOPICS, type FullText } from './made-up-words.ts';
import type { Chance } from './seeded-chance.ts';

export interface Named {
	readonly id: string;
	readonly name: FullText;
}

export interface MadeUpTrack extends Named {
	/** Who speaks on it. */
	readonly parties: readonly [string, string];
	readonly topic: Named;
}

/** Everything the records of the world speak of, and the claims that say what it is. */
export interface Things {
	readonly topics: readonly Named[];
	readonly tracks: readonly MadeUpTrack[];
	readonly people: readonly Named[];
	readonly bodies: readonly Named[];
	/** Sources with a word of their own: two of them are two voices. */
	readonly sources: readonly string[];
	readonly places: readonly FullText[];
	readonly claims: readonly Claim[];
}

/** How many of each a world has; the others are so few in any world. */
export interface Counts {
	readonly tracks: number;
	readonly people: number;
	/** Sources with a word of their own. */
	readonly sources: number;
	readonly places: number;
}

/** Lands, their governments and organisations, and companies: actors there are beside people. */
export const OTHER_ACTORS = 38;
const LANDS = 6;
const COMPANIES = 8;
/** One in so many sources more only repeats another. */
const REPEATERS = 6;
/** There are some 90 names of two syllables and 700 of three: before they run out, names grow longer. */
const LONGER = [
	{ known: 4000, syllables: 5 },
	{ known: 300, syllables: 4 }
] as const;
const TRACK_KINDS = ['working group', 'relation', 'programme'] as const;
const GRADES = ['A', 'B', 'B', 'C', 'D'] as const;

export function madeUpThings(chance: Chance, counts: Counts): Things {
	const claims: Claim[] = [];
	const say = (record: string, kind: RecordKind, source: string, fields: Claim['fields']) => claims.push({ record, kind, source, fields });
	const distinct = distinctNames(chance);

	const topics = TOPICS.map((name, at) => ({ id: `topic-${at + 1}`, name }));
	for (const [at, { id, name }] of topics.entries()) say(id, 'topic', DESK, { title: name, ...(at > 13 && { broader: 'topic-1' }) });

	const sources = makeSources(chance, counts.sources, distinct, say);
	const firstSource = sources[0] ?? DESK;

	const lands = Array.from({ length: LANDS }, (_, at) => ({ id: `land-${at + 1}`, ...madeUpLand(distinct(2)) }));
	const bodies: Named[] = [];
	for (const [at, land] of lands.entries()) {
		say(land.id, 'actor', DESK, { title: land.name });
		say(land.id, 'actor', firstSource, { kind: 'country' });
		const government = `government-${at + 1}`;
		say(government, 'actor', DESK, {
			title: {
				en: `Government of ${land.name.en}`,
				ar: `حكومة ${land.name.ar}`,
				fa: `دولت ${land.name.fa}`,
				ru: `Правительство ${land.genitive}`
			}
		});
		say(government, 'actor', firstSource, { kind: 'government' });
		for (const [n, body] of BODIES.entries()) {
			const id = `body-${at * BODIES.length + n + 1}`;
			const name = compose((language) => `${body[language]}${language === 'ar' || language === 'fa' ? '،' : ','} ${land.name[language]}`);
			say(id, 'actor', DESK, { title: name });
			say(id, 'actor', firstSource, { kind: 'organisation' });
			bodies.push({ id, name });
		}
	}
	for (let n = 1; n <= COMPANIES; n++) {
		const name = distinct(2);
		const id = `company-${n}`;
		const title = { en: `${name.en} Works`, ar: `شركة ${name.ar}`, fa: `شرکت ${name.fa}`, ru: `Компания «${name.ru}»` };
		say(id, 'actor', DESK, { title });
		say(id, 'actor', firstSource, { kind: 'company' });
		bodies.push({ id, name: title });
	}
	const people = Array.from({ length: counts.people }, (_, at) => {
		const [given, family] = [distinct(2), distinct(3)];
		const name = compose((language) => `${given[language]} ${family[language]}`);
		const id = `person-${at + 1}`;
		say(id, 'actor', DESK, { title: name });
		const from = pastDay(chance);
		say(id, 'actor', chance.pick(sources), {
			kind: 'person',
			spellings: [{ text: `${given.en.slice(0, 1)}. ${family.en}h`, language: 'en' }],
			roles: [
				{
					organisation: chance.pick(bodies).id,
					title: chance.pick(['minister', 'deputy minister', 'ambassador', 'head']),
					from: exactly(from)
				}
			]
		});
		return { id, name };
	});
	const tracks = makeTracks({ trackCount: counts.tracks, lands, topics, firstSource, say });
	return { topics, tracks, people, bodies, sources, places: Array.from({ length: counts.places }, () => distinct(3)), claims };
}

type Say = (record: string, kind: RecordKind, source: string, fields: Claim['fields']) => void;

function makeTracks(given: {
	trackCount: number;
	lands: readonly Named[];
	topics: readonly Named[];
	firstSource: string;
	say: Say;
}): MadeUpTrack[] {
	const { trackCount, lands, topics, firstSource, say } = given;
	return Array.from({ length: trackCount }, (_, at) => {
		const one = lands[at % lands.length] as Named;
		// Another land, another step for every round, so that pairs do not repeat before they must.
		const other = lands[(at + 1 + (Math.floor(at / lands.length) % (lands.length - 1))) % lands.length] as Named;
		const topic = topics[(at * 5) % topics.length] as Named;
		const id = `track-${at + 1}`;
		const name = compose((language) => `${one.name[language]} – ${other.name[language]}: ${topic.name[language]}`);
		say(id, 'track', DESK, { title: name });
		say(id, 'track', firstSource, {
			kind: TRACK_KINDS[at % TRACK_KINDS.length],
			parties: [
				{ actor: one.id, role: 'party' },
				{ actor: other.id, role: 'party' }
			]
		});
		return { id, name, parties: [one.id, other.id], topic };
	});
}

function makeSources(chance: Chance, count: number, distinct: (syllables: 2 | 3) => FullText, say: Say): string[] {
	const own = Array.from({ length: count }, (_, at) => `source-${at + 1}`);
	for (let at = 0; at < count + Math.ceil(count / REPEATERS); at++) {
		const id = `source-${at + 1}`;
		const outlet = chance.pick(OUTLETS);
		const city = distinct(2);
		const name = compose((language) => `${outlet[language]}${language === 'ru' ? ` «${city.ru}»` : ` ${city[language]}`}`);
		say(id, 'source', DESK, { title: compose((language) => `${name[language]}: ${at + 1}`), outlet: name });
		say(id, 'source', id, {
			language: chance.pick(['en', 'ar', 'fa', 'ru']),
			...(at % 6 !== 5 && { published: exactly(Math.max(pastDay(chance), WORLD_START + 400)) }),
			...(at % 4 !== 3 && { reliability: chance.pick(GRADES) }),
			...(at >= count && { passes_on: chance.pick(own) })
		});
	}
	return own;
}

function distinctNames(chance: Chance): (syllables: 2 | 3) => FullText {
	const known = new Set<string>();
	return (syllables) => {
		for (let tried = 0; ; tried++) {
			const longer = LONGER.find((each) => known.size > each.known)?.syllables ?? (tried > 50 ? 3 : 0);
			const name = madeUpName(chance, Math.max(syllables, longer));
			if (!known.has(name.en) || tried > 500) {
				known.add(name.en);
				return name;
			}
		}
	};
}
