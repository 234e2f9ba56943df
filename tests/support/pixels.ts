import type { Page } from '@playwright/test';

/** How far one channel may lie apart before two pixels count as different: edges are smoothed a little differently. */
const TOLERANCE = 32;

/** Share of pixels (0–1) in which two pictures differ; 1 when their sizes do. Decoded by the browser itself. */
export function differingShare(page: Page, a: Buffer, b: Buffer): Promise<number> {
	return page.evaluate(
		async ([first, second, tolerance]) => {
			const read = async (base64: string) => {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
				const canvas = new OffscreenCanvas(picture.width, picture.height);
				const context = canvas.getContext('2d');
				if (!context) throw new Error('No canvas to read pictures with.');
				context.drawImage(picture, 0, 0);
				return context.getImageData(0, 0, picture.width, picture.height);
			};
			const [x, y] = [await read(first), await read(second)];
			if (x.width !== y.width || x.height !== y.height) return 1;
			let differing = 0;
			for (let i = 0; i < x.data.length; i += 4) {
				const apart = (channel: number) => Math.abs((x.data[i + channel] ?? 0) - (y.data[i + channel] ?? 0));
				if (Math.max(apart(0), apart(1), apart(2)) > tolerance) differing++;
			}
			return differing / (x.width * x.height);
		},
		[a.toString('base64'), b.toString('base64'), TOLERANCE] as const
	);
}
