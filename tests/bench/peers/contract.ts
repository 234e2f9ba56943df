/** A record as plain objects, as other libraries take it. Times in ms since 1970. */
export interface PeerEvent {
	readonly id: number;
	readonly title: string;
	readonly start: number;
	/** null: a moment. */
	readonly end: number | null;
	readonly lane: number;
	readonly track: string;
}

export interface PeerData {
	readonly tracks: readonly string[];
	readonly events: readonly PeerEvent[];
}

/** What a library's page does on demand. */
export interface Peer {
	/** The data is on the screen. */
	painted(): boolean;
	panBy?(px: number): void;
	zoomBy?(factor: number): void;
	look?(start: number, end: number): void;
	sort?(column: 'title' | 'start'): void;
	filter?(text: string): void;
	/** What the first row says: it changes with every answer. */
	firstRow?(): string;
	scrollBy?(px: number): void;
}

export interface PeerWindow extends Window {
	peer?: Peer;
	/** ms from the data in memory to the frame that shows it. */
	painted?: number;
}

/** Shows the data of `data.json` and says when it stands. */
export async function show(mount: (element: HTMLElement, data: PeerData) => Peer): Promise<void> {
	const data = (await (await fetch('data.json')).json()) as PeerData;
	const element = document.getElementById('app');
	if (!element) throw new Error('There is nothing to draw in.');
	await new Promise((next) => setTimeout(next, 200));
	const begun = performance.now();
	const own = window as PeerWindow;
	const peer = (own.peer = mount(element, data));
	const look = () => {
		if (!peer.painted()) return void requestAnimationFrame(look);
		const channel = new MessageChannel();
		channel.port1.onmessage = () => (own.painted = performance.now() - begun);
		channel.port2.postMessage(null);
	};
	requestAnimationFrame(look);
}
