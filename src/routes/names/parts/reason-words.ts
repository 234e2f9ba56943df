import type { Reader } from '#lib/encoding/reader.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { TransferKey, Translate } from '#lib/language/translate.ts';
import type { Titled } from '#lib/server/records/name-proposals/actor-cards.ts';
import type { Reason } from '#lib/server/records/name-proposals/proposals.ts';

/** A reason as it is shown: a sentence, and letters laid side by side. */
export interface ReasonWords {
	readonly text: string;
	readonly sounds: readonly { readonly left: string; readonly right: string }[];
	/** Where the sentence leads: an event or agreement. */
	readonly record: string | null;
}

type Titles = Readonly<Record<string, Titled>>;

export function reasonWords(reason: Reason, reader: Reader, say: Translate<TransferKey>, titles: Titles): ReasonWords {
	const plain = (text: string): ReasonWords => ({ text, sounds: [], record: null });
	const title = (id: string) => textIn(titles[id]?.title, reader.language, id).text;
	switch (reason.code) {
		case 'other-order':
			return plain(say('names.reason-other-order'));
		case 'part-of-name':
			return plain(say('names.reason-part-of-name', { parts: reason.alone.join(reader.t('common.list-comma')) }));
		case 'same-office': {
			const office = textIn(reason.words, reader.language, reason.title).text;
			const key = {
				'same-time': 'names.office-same-time',
				'other-time': 'names.office-other-time',
				unknown: 'names.office-unknown'
			} as const;
			return plain(say(key[reason.when], { office, organisation: title(reason.organisation) }));
		}
		case 'same-record':
			return { ...plain(say('names.reason-same-record', { title: title(reason.record) })), record: reason.record };
		default:
			return {
				text: say(`names.reason-${reason.code}`),
				// The same letters side by side say nothing: then the words themselves are shown (عابدی ~ عبادی).
				sounds: reason.pairs.flatMap(({ left, right, leftSounds, rightSounds }) => {
					if (left === right) return [];
					return [leftSounds === rightSounds ? { left, right } : { left: leftSounds, right: rightSounds }];
				}),
				record: null
			};
	}
}

/** The reasons in one sentence, as they are kept with a join. */
export function reasonsInOne(reasons: readonly Reason[], reader: Reader, say: Translate<TransferKey>, titles: Titles): string {
	return reasons
		.map((reason) => {
			const { text, sounds } = reasonWords(reason, reader, say, titles);
			return [text, ...sounds.map(({ left, right }) => `${left} ~ ${right}`)].join('; ');
		})
		.join('; ')
		.slice(0, 500);
}
