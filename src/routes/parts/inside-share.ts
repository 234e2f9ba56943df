import { insideShare } from './share-path.ts';

/**
 * Keeps links to records within a shared view, as the server does in what it sends: pages write them as the desk has them, and a
 * reader of a shared link has no desk. Follows what is put into the page later.
 * @param base the share's own address
 * @returns how to stop
 */
export function keepInside(base: string): () => void {
	const mend = (link: Element): void => {
		const href = link.getAttribute('href');
		const inside = href === null ? null : insideShare(base, href);
		if (inside === null) link.removeAttribute('href');
		else if (inside !== href) link.setAttribute('href', inside);
	};
	const mendAll = (root: ParentNode): void => root.querySelectorAll('a[href]').forEach(mend);
	const watch = new MutationObserver((changes) => {
		for (const { target, type, addedNodes } of changes) {
			if (type === 'attributes') mend(target as Element);
			for (const node of addedNodes) {
				if (!(node instanceof Element)) continue;
				if (node.matches('a[href]')) mend(node);
				mendAll(node);
			}
		}
	});
	mendAll(document);
	watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
	return () => watch.disconnect();
}
