import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES, LIST_PAGES, RECORD_PAGES, withKey } from '../support/pages.ts';

const DASHBOARDS = ['/', '/?sel=contracts-2025', '/?table=events', '/?table=follow-ups'];
const ADDRESSES = [...DASHBOARDS, ...RECORD_PAGES, ...LIST_PAGES, '/changes', '/events/no-such-record'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that a theme changes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

for (const { lang } of LANGUAGES) {
	for (const colorScheme of ['light', 'dark'] as const) {
		const barrier = colorScheme === 'light' ? 'has a barrier' : 'has a barrier of colour';
		test(`no page ${barrier} in ${lang}, ${colorScheme}`, async ({ page }) => {
			test.setTimeout(180_000);
			await page.emulateMedia({ colorScheme });
			const { items } = (await (await page.request.get('/api/v1/follow-ups')).json()) as { items: { id: string }[] };
			for (const address of [...ADDRESSES, `/follow-ups/${items[0]?.id}`]) {
				await page.goto(withKey(address, 'lang', lang));
				if (DASHBOARDS.includes(address)) await dashboard.live(page).waitFor();
				const axe = new AxeBuilder({ page });
				const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(OF_COLOUR)).analyze();
				const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
				expect.soft(found, address).toEqual([]);
			}
		});
	}
}
