import { get, Agent, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { startServer } from '../support/server.ts';
import { median, ms, printFigures } from './figures.ts';

const FOLLOWERS = 300;
const STEPS = 30;

/** How long a step takes to reach the slowest of many followers, with a real server and real connections. */
export async function benchRooms(folder: string): Promise<void> {
	const server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'rooms.db')}` });
	const post = async (path: string, body: unknown) => {
		const answer = await fetch(server.url + path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		return (await answer.json()) as Record<string, string>;
	};
	try {
		const steps = Array.from({ length: STEPS }, (_, n) => ({ id: `s${n}-`, view: 't=2025&lang=en', caption: {}, notes: {} }));
		const { id } = await post('/api/v1/decks', { title: { en: 'Bench' }, steps });
		const { token = '', key } = await post('/api/v1/rooms', { deck: id });
		/** When each follower heard of the step that is awaited. */
		let awaited = '';
		let heard: number[] = [];
		let all: () => void = () => undefined;
		const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
		const streams = await Promise.all(
			Array.from({ length: FOLLOWERS }, () =>
				follow(`${server.url}/follow/${token}/events`, agent, (text) => {
					if (!text.includes(awaited)) return;
					heard.push(performance.now());
					if (heard.length === FOLLOWERS) all();
				})
			)
		);
		const slowest: number[] = [];
		const middle: number[] = [];
		for (let step = 0; step < STEPS; step++) {
			heard = [];
			awaited = `"step":"s${step}-"`;
			const done = new Promise<void>((resolve) => (all = resolve));
			const begun = performance.now();
			await post(`/api/v1/rooms/${token}`, { key, state: { step: `s${step}-`, view: 't=2025&lang=en', blank: false, pointer: null } });
			await done;
			slowest.push(Math.max(...heard) - begun);
			middle.push(median(heard) - begun);
		}
		for (const stream of streams) stream.destroy();
		agent.destroy();
		printFigures(`${FOLLOWERS} followers of one room, ${STEPS} steps`, [
			{ name: 'a step reaches the slowest: median', value: ms(median(slowest)), goal: '≤ 500 ms' },
			{ name: 'a step reaches the slowest: worst', value: ms(Math.max(...slowest)), goal: '≤ 500 ms' },
			{ name: 'a step reaches one in the middle', value: ms(median(middle)) }
		]);
	} finally {
		await server.stop();
	}
}

function follow(url: string, agent: Agent, hear: (text: string) => void): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, { agent }, (answer) => {
			answer.setEncoding('utf8');
			answer.on('data', hear);
			answer.on('error', () => undefined);
			answer.once('data', () => resolve(answer));
		}).on('error', reject);
	});
}
