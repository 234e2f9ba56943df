import { DESK, type Claim, type DateValue } from '#lib/domain/claim.ts';
import { AGREEMENT_KINDS, EVENT_KINDS, type Stage } from '#lib/domain/kinds.ts';
import { formatDigits } from '#lib/language/format-number.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { comingDay, exactly, lastingFrom, missedDay, pastDay, toldOf, WORLD_END, WORLD_START, WORLD_TODAY } from './made-up-dates.ts';
import { madeUpThings, OTHER_ACTORS, type Counts, type MadeUpTrack, type Things } from './made-up-things.ts';
import { compose, KIND_WORDS, madeUpSummary, QUANTITIES, someLanguages, TASKS, type FullText } from './made-up-words.ts';
import { seededChance, type Chance } from './seeded-chance.ts';

export interface WorldOptions {
	/** Events, agreements and follow-ups together. */
	readonly records: number;
	readonly seed: number;
	/** Default: 12, and one to 500 records where there are many. */
	readonly tracks?: number | undefined;
	/** So many of the tracks share the records; default: all. */
	readonly lanes?: number | undefined;
	/** People, organisations and lands; default: 60, and one to 400 records where there are many. */
	readonly actors?: number | undefined;
	/** So many of the events fall on one day of one track; default 0. */
	readonly burst?: number;
	/** All records are events. */
	readonly eventsOnly?: boolean;
}

/** Shares of the kinds; follow-ups are the rest. */
const EVENTS = 0.6;
const AGREEMENTS = 0.25;
const UNDATED = 0.06;
/** Of all records; only dated and counted ones can differ, so the chance of each is higher. */
const DIFFERING = 0.05;
/** Of the events that are planned, and of the follow-ups with a due day. */
const MOVED = 0.15;
const BURST_DAY = WORLD_TODAY - 120;
const PER_BATCH = 500;
/** From so many records on a world is a large one: the more there is of everything, the longer it lasts and the more names it bears. */
const LARGE = 20_000;
const LASTING = 0.25;

/**
 * A world that is made up from beginning to end, the same for the same options: its claims in batches, each of which
 * speaks only of records of itself and of those before it.
 */
export function* madeUpWorld(options: WorldOptions): Generator<Claim[]> {
	const { records, seed, burst = 0 } = options;
	const chance = seededChance(seed);
	const counts = countsOf(options);
	const all = madeUpThings(chance, counts);
	const things = { ...all, tracks: all.tracks.slice(0, Math.max(1, options.lanes ?? counts.tracks)) };
	yield [...things.claims];
	const events = options.eventsOnly ? records : Math.round(records * EVENTS);
	const agreements = options.eventsOnly ? 0 : Math.round(records * AGREEMENTS);
	const world: World = {
		chance,
		things,
		isLarge: records >= LARGE,
		events: createMade('event', events, things.tracks),
		agreements: createMade('agreement', agreements, things.tracks),
		sessions: new Map(),
		bursts: makeBursts(chance, things, events)
	};
	let batch: Claim[] = [];
	for (let made = 0; made < records; made++) {
		if (made < events) batch.push(...makeEvent(world, made + 1, made < burst));
		else if (made < events + agreements) batch.push(...makeAgreement(world, made - events + 1));
		else batch.push(...makeFollowUp(world, made - events - agreements + 1));
		if ((made + 1) % PER_BATCH === 0 || made + 1 === records) {
			yield batch;
			batch = [];
		}
	}
}

interface Made {
	readonly id: string;
	readonly track: MadeUpTrack;
	/** Day it is about; null when nobody says. */
	readonly day: number | null;
}

/** What was made of one kind, in few bytes: later records speak of earlier ones. */
interface MadeList {
	readonly count: number;
	add(track: MadeUpTrack, day: number | null): void;
	/** The one of this number, from 1. */
	get(number: number): Made | null;
}

interface World {
	readonly chance: Chance;
	readonly things: Things;
	readonly isLarge: boolean;
	readonly events: MadeList;
	readonly agreements: MadeList;
	/** Latest session of a track and its number. */
	readonly sessions: Map<string, { readonly id: string; readonly ordinal: number }>;
	/** Days on which much happens at once. */
	readonly bursts: readonly { readonly track: MadeUpTrack; readonly day: number }[];
}

function countsOf({ records, tracks, lanes = 1, actors }: WorldOptions): Counts {
	const scale = (least: number, per: number) => Math.max(least, records >= LARGE ? Math.floor(records / per) : 0);
	return {
		tracks: Math.max(1, lanes, tracks ?? scale(12, 500)),
		people: Math.max(1, (actors ?? scale(60, 400)) - OTHER_ACTORS),
		sources: scale(17, 2000),
		places: scale(16, 250)
	};
}

function createMade(kind: string, most: number, tracks: readonly MadeUpTrack[]): MadeList {
	const places = new Map(tracks.map((track, at) => [track, at]));
	const trackOf = new Int32Array(most);
	const dayOf = new Float64Array(most);
	let count = 0;
	return {
		get count() {
			return count;
		},
		add(track, day) {
			trackOf[count] = places.get(track) ?? 0;
			dayOf[count++] = day ?? NaN;
		},
		get(number) {
			const track = number < 1 || number > count ? undefined : tracks[trackOf[number - 1] ?? 0];
			const day = dayOf[number - 1] ?? NaN;
			return track ? { id: `${kind}-${number}`, track, day: Number.isNaN(day) ? null : day } : null;
		}
	};
}

function pickMade(made: MadeList, chance: Chance): Made | null {
	return made.count === 0 ? null : made.get(chance.whole(1, made.count));
}

function makeBursts(chance: Chance, things: Things, events: number): World['bursts'] {
	return Array.from({ length: Math.max(1, Math.ceil(events / 25)) }, () => ({ track: chance.pick(things.tracks), day: pastDay(chance) }));
}

/** In a large world some days are far fuller than others. */
function pickBurst({ chance, bursts, isLarge }: World): World['bursts'][number] {
	return isLarge ? (bursts[Math.floor(bursts.length * chance.next() ** 3)] as World['bursts'][number]) : chance.pick(bursts);
}

/** Two sources, which are two voices. */
function twoSources({ chance, things }: World): [string, string] {
	const first = chance.whole(0, things.sources.length - 1);
	const other = chance.whole(0, things.sources.length - 2);
	return [things.sources[first] ?? DESK, things.sources[other < first ? other : other + 1] ?? DESK];
}

function saidAfter(day: number | null, chance: Chance): { said_on?: string } {
	return day === null ? {} : { said_on: isoOf(Math.min(WORLD_TODAY, day + chance.whole(1, 12))) };
}

function titled(world: World, record: string, kind: Claim['kind'], title: FullText, topic: FullText): Claim {
	const { chance } = world;
	return {
		record,
		kind,
		source: DESK,
		fields: {
			title: chance.is(0.05) ? someLanguages(chance, title) : title,
			...(chance.is(0.7) && { summary: madeUpSummary(chance, topic) })
		}
	};
}

/** "Session 5: Ports", with the place for some: most are short, a few are longer than any lane has room for. */
function titleOf(world: World, kind: string, topic: FullText, number: number | null): FullText {
	const { chance, things } = world;
	const word = KIND_WORDS[kind] ?? (KIND_WORDS.other as FullText);
	const place = chance.is(world.isLarge ? 0.6 : 0.12) ? chance.pick(things.places) : null;
	return compose((language) => {
		const numbered = number === null ? '' : ` ${formatDigits(number, language)}`;
		return `${word[language]}${numbered}: ${topic[language]}${place ? ` (${place[language]})` : ''}`;
	});
}

function makeEvent(world: World, number: number, inBurst: boolean): Claim[] {
	const { chance, things } = world;
	const id = `event-${number}`;
	const burst = inBurst ? { track: things.tracks[0] as MadeUpTrack, day: BURST_DAY } : chance.is(0.3) ? pickBurst(world) : null;
	const fate = burst ? 'held' : fateOf(chance);
	const undated = !burst && chance.is(UNDATED);
	const day = undated
		? null
		: (burst?.day ?? (fate === 'coming' ? comingDay(chance) : fate === 'missed' ? missedDay(chance) : pastDay(chance)));
	const track = burst?.track ?? chance.pick(things.tracks);
	const kind = chance.is(0.22) ? 'session' : chance.pick(EVENT_KINDS);
	const planned = fate === 'coming' || fate === 'missed';
	const status = planned ? 'planned' : fate;
	const lasts = world.isLarge && !burst && chance.is(LASTING);
	const date = day === null ? null : lasts ? lastingFrom(day, chance) : burst ? exactly(day) : toldOf(day, chance);
	const topic = chance.is(0.5) ? track.topic : chance.pick(things.topics);
	const series = kind === 'session' ? nextSession(world, track.id, id) : null;
	const [first, second] = twoSources(world);
	const said = planned && day !== null ? { said_on: isoOf(Math.min(WORLD_TODAY, day) - chance.whole(150, 300)) } : saidAfter(day, chance);
	const quantity = chance.is(0.2) ? chance.pick(QUANTITIES) : null;
	const amount = chance.whole(2, 40);
	const claims: Claim[] = [
		titled(world, id, 'event', titleOf(world, kind, topic.name, series?.ordinal ?? null), topic.name),
		{
			record: id,
			kind: 'event',
			source: first,
			where: chance.whole(1, 9),
			...(chance.is(0.3) && { said_by: chance.pick(things.people).id }),
			...said,
			fields: {
				track: track.id,
				kind,
				status,
				...(date && { date }),
				...(chance.is(0.6) && { place: chance.pick(things.places) }),
				participants: participants(world, track, 'participant'),
				topics: [...new Set([topic.id, ...(chance.is(0.3) ? [chance.pick(things.topics).id] : [])])].map((each) => ({ topic: each })),
				...(quantity && { quantities: [{ what: quantity.what, label: quantity.label, amount: { min: amount, max: amount } }] }),
				...(series && { series })
			}
		}
	];
	if (!planned && date && chance.is(DIFFERING)) {
		const other =
			quantity && chance.is(0.4)
				? { quantities: [{ what: quantity.what, amount: { min: amount + 3, max: null } }] }
				: { date: elsewhere(day, chance) };
		claims.push({ record: id, kind: 'event', source: second, where: 2, ...saidAfter(day, chance), fields: { status, ...other } });
	} else if (planned && day !== null && chance.is(MOVED)) {
		const later = Math.min(WORLD_END - 2, day + chance.whole(20, 120));
		claims.push({
			record: id,
			kind: 'event',
			source: second,
			said_on: isoOf(Math.min(WORLD_TODAY, day) - 30),
			fields: { status, date: exactly(later) }
		});
	} else if (chance.is(0.3)) claims.push({ record: id, kind: 'event', source: second, where: 1, ...said, fields: { kind, status } });
	world.events.add(track, day);
	return claims;
}

function fateOf(chance: Chance): 'held' | 'coming' | 'missed' | 'postponed' | 'cancelled' {
	const share = chance.whole(0, 99);
	return share < 78 ? 'held' : share < 91 ? 'coming' : share < 96 ? 'missed' : share < 98 ? 'postponed' : 'cancelled';
}

function nextSession({ sessions }: World, track: string, id: string): { ordinal: number; previous?: string } {
	const before = sessions.get(track);
	const ordinal = (before?.ordinal ?? 0) + 1;
	sessions.set(track, { id, ordinal });
	return { ordinal, ...(before && { previous: before.id }) };
}

/** Another day for the same thing, far enough off that the two cannot both be right. */
function elsewhere(day: number | null, chance: Chance): DateValue {
	const apart = chance.whole(400, 460);
	const before = (day ?? WORLD_TODAY) - apart;
	return exactly(before >= WORLD_START ? before : before + 2 * apart);
}

function participants({ chance, things }: World, track: MadeUpTrack, role: string): { actor: string; role: string }[] {
	const actors = new Set<string>(track.parties);
	for (let n = chance.whole(0, 3); n > 0; n--) actors.add(chance.pick(chance.is(0.4) ? things.people : things.bodies).id);
	return [...actors].map((actor) => ({ actor, role }));
}

/** How far agreements of a kind may come, step by step. */
const LADDER: Readonly<Record<string, readonly Stage[]>> = {
	proposal: ['proposed', 'negotiated'],
	contract: ['negotiated', 'contract', 'signed', 'in force', 'carried out'],
	memorandum: ['proposed', 'memorandum', 'signed', 'in force', 'ended']
};
const OTHER_LADDER: readonly Stage[] = ['negotiated', 'signed', 'in force', 'ended'];

function makeAgreement(world: World, number: number): Claim[] {
	const { chance, things, events } = world;
	const id = `agreement-${number}`;
	const at = events.count > 0 && chance.is(0.7) ? pickMade(events, chance) : null;
	const track = at?.track ?? chance.pick(things.tracks);
	const kind = chance.pick(AGREEMENT_KINDS);
	const undated = chance.is(UNDATED);
	const begin = undated ? null : (at?.day ?? pastDay(chance));
	const ladder = LADDER[kind] ?? OTHER_LADDER;
	const stages = stagesFrom(world, ladder.slice(0, chance.whole(1, ladder.length)), begin, at?.id ?? null);
	const topic = chance.is(0.5) ? track.topic : chance.pick(things.topics);
	const [first, second] = twoSources(world);
	const before = world.agreements.get(world.agreements.count + 1 - chance.whole(1, 40));
	const said = saidAfter(begin, chance);
	const claims: Claim[] = [
		titled(world, id, 'agreement', titleOf(world, kind, topic.name, null), topic.name),
		{
			record: id,
			kind: 'agreement',
			source: first,
			where: chance.whole(1, 9),
			...said,
			fields: {
				track: track.id,
				kind,
				stages,
				parties: participants(world, track, 'party'),
				topics: [{ topic: topic.id }],
				...(before && chance.is(0.15) && { follows_from: before.id })
			}
		}
	];
	const shown = stages.findLast((stage) => stage.date && !stage.planned);
	if (shown && chance.is(DIFFERING))
		claims.push({
			record: id,
			kind: 'agreement',
			source: second,
			where: 3,
			...said,
			fields: { stages: [{ stage: shown.stage, date: elsewhere(begin, chance) }] }
		});
	else if (chance.is(0.3)) claims.push({ record: id, kind: 'agreement', source: second, where: 1, ...said, fields: { kind } });
	world.agreements.add(track, begin);
	return claims;
}

interface MadeStage {
	readonly stage: Stage;
	readonly date?: DateValue;
	readonly event?: string;
	readonly planned?: true;
}

function stagesFrom({ chance }: World, ladder: readonly Stage[], begin: number | null, event: string | null): MadeStage[] {
	const stages: MadeStage[] = [];
	let day = begin;
	for (const [step, stage] of ladder.entries()) {
		// What would come after the world's end nobody has hoped for yet.
		if (day !== null && day >= WORLD_END) break;
		const planned = day !== null && day > WORLD_TODAY;
		stages.push({
			stage,
			...(day !== null && { date: chance.is(0.7) || planned ? exactly(day) : toldOf(day, chance) }),
			...(step === 0 && event !== null && { event }),
			...(planned && { planned })
		});
		if (day !== null) day += chance.whole(20, 300);
	}
	return stages;
}

function makeFollowUp(world: World, number: number): Claim[] {
	const { chance, things } = world;
	const id = `follow-up-${number}`;
	const origin = pickMade(chance.is(0.6) && world.agreements.count > 0 ? world.agreements : world.events, chance);
	const from = Math.min(origin?.day ?? pastDay(chance), WORLD_TODAY - 20);
	const due = chance.is(UNDATED) ? null : Math.min(WORLD_END - 5, from + chance.whole(60, 900));
	const status = due === null || due > WORLD_TODAY ? 'open' : chance.is(0.6) ? 'done' : chance.pick(['open', 'lapsed', 'unknown'] as const);
	const topic = origin && chance.is(0.7) ? origin.track.topic : chance.pick(things.topics);
	const task = chance.pick(TASKS);
	const [first, second] = twoSources(world);
	const said = { said_on: isoOf(from) };
	const claims: Claim[] = [
		titled(
			world,
			id,
			'follow-up',
			compose((language) => `${task[language]}: ${topic.name[language]}`),
			topic.name
		),
		{
			record: id,
			kind: 'follow-up',
			source: first,
			where: chance.whole(1, 9),
			...said,
			fields: {
				owner: [{ actor: chance.pick(things.bodies).id, role: 'owner' }],
				...(due !== null && { due: chance.is(0.6) ? exactly(due) : toldOf(due, chance) }),
				status,
				...(origin && { arises_from: origin.id })
			}
		}
	];
	if (due !== null && chance.is(MOVED)) {
		const later = exactly(Math.min(WORLD_END - 2, due + chance.whole(30, 200)));
		claims.push({ record: id, kind: 'follow-up', source: second, said_on: isoOf(from + 15), fields: { due: later, status } });
	}
	return claims;
}
