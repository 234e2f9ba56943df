import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { titleOf } from '#lib/domain/read-record.ts';
import { datedEdges, factsOf } from '#lib/filter/facts.ts';
import { textIn } from '#lib/language/text-in.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { PeerEvent } from './peers/contract.ts';

const MS_PER_DAY = 86_400_000;

/** Writes the events, agreements and follow-ups of a store as plain objects: the same data that our own page shows. */
export async function writePeerData(db: string, file: string): Promise<number> {
	const store = await openStore(`sqlite:${db}`);
	const out = createWriteStream(file);
	const tracks: string[] = [];
	const lanes = new Map<string, number>();
	let count = 0;
	const say = async (text: string) => {
		if (!out.write(text)) await once(out, 'drain');
	};
	try {
		for await (const track of store.records({ kind: 'track' })) {
			lanes.set(track.id, tracks.length);
			tracks.push(textIn(titleOf(track), 'en', track.id).text);
		}
		await say('{"events":[');
		for await (const bodies of store.bodies()) {
			for (const body of bodies) {
				if (body.kind !== 'event' && body.kind !== 'agreement' && body.kind !== 'follow-up') continue;
				const { date, track } = factsOf(body);
				const edges = datedEdges(date);
				// No other library knows of undated things or open ends.
				if (!edges || !Number.isFinite(edges.earliestStart) || !Number.isFinite(edges.latestEnd)) continue;
				const lane = lanes.get(track) ?? 0;
				const event: PeerEvent = {
					id: count,
					title: textIn(titleOf(body), 'en', body.id).text,
					start: edges.earliestStart * MS_PER_DAY,
					end: edges.latestEnd - edges.earliestStart <= 1 ? null : edges.latestEnd * MS_PER_DAY,
					lane,
					track: tracks[lane] ?? ''
				};
				await say(`${count++ > 0 ? ',' : ''}${JSON.stringify(event)}`);
			}
		}
		await say(`],"tracks":${JSON.stringify(tracks)}}`);
	} finally {
		await store.close();
	}
	out.end();
	await once(out, 'finish');
	return count;
}
