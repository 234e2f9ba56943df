import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRanks } from '../../../../src/lib/columns/ranks.ts';
import { placeTitles } from '../../../../src/lib/server/desk/place-titles.ts';

const title = fc.oneof(
	{ weight: 5, arbitrary: fc.stringMatching(/^[abc]{1,2}$/).map((en) => ({ en })) },
	{ weight: 1, arbitrary: fc.constant(null) }
);

test('titles put in their places rank as if all had been ranked anew', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(title, { maxLength: 12 }),
			fc.array(title, { maxLength: 4 }),
			fc.dictionary(fc.nat(11).map(String), title, { maxKeys: 4 }),
			async (old, added, changed) => {
				const now = [...old, ...added];
				const rows = new Map(added.map((text, at) => [old.length + at, text]));
				for (const [row, text] of Object.entries(changed)) {
					if (Number(row) >= old.length) continue;
					now[Number(row)] = text;
					rows.set(Number(row), text);
				}
				const placed = await placeTitles(textRanks(old, 'en'), now.length, rows, (row) => Promise.resolve(now[row] ?? null), 'en');
				expect([...placed]).toEqual([...textRanks(now, 'en')]);
			}
		),
		{ seed: 4, numRuns: 500 }
	);
});
