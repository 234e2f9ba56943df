import type { RecordAnswer } from '#lib/server/records/record-answer.ts';

/** The selected record's answer: the page brought the first one, later ones are fetched, and the last stays until the next is here. */
export class SelectedRecord {
	#fetched = $state.raw<RecordAnswer | null>(null);
	#running: AbortController | null = null;
	failed = $state(false);

	/** Fetches `address` for `id` unless the answer is at hand. */
	follow(id: string | null, address: string, brought: RecordAnswer | null): void {
		this.#running?.abort();
		this.failed = false;
		if (id === null || brought?.id === id || this.#fetched?.id === id) return;
		const running = new AbortController();
		this.#running = running;
		fetch(address, { signal: running.signal })
			.then(async (response) => {
				if (!response.ok) throw new Error(String(response.status));
				this.#fetched = (await response.json()) as RecordAnswer;
			})
			.catch(() => {
				if (!running.signal.aborted) this.failed = true;
			});
	}

	/** The answer to show for `id`: its own, else the one still on show while it is fetched. */
	answerFor(id: string, brought: RecordAnswer | null): RecordAnswer | null {
		if (this.#fetched?.id === id) return this.#fetched;
		if (brought?.id === id) return brought;
		return this.failed ? null : (this.#fetched ?? brought);
	}
}
