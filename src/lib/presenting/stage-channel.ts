/** What a stage and its presenter's window tell each other; both are open in one browser. */
export type StageMessage =
	| {
			readonly type: 'state';
			readonly index: number;
			/** The deck's, as the stage shows it. */
			readonly revision: number;
			readonly blank: boolean;
			readonly since: number;
			readonly followers: number | null;
	  }
	| { readonly type: 'ask' }
	| { readonly type: 'go'; readonly index: number }
	| { readonly type: 'blank' };

/** The line between the windows of one deck. @returns how to send, and how to hang up */
export function openStageChannel(
	deck: string,
	listen: (message: StageMessage) => void
): { readonly send: (message: StageMessage) => void; readonly close: () => void } {
	const channel = new BroadcastChannel(`accordline stage ${deck}`);
	channel.onmessage = ({ data }) => listen(data as StageMessage);
	return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}
