import type { Extent } from '../scale/extent.ts';

/**
 * What a reader wishes of the view, in days and record ids, never in pixels. The timeline draws nothing of its own accord
 * from an intent: the page turns it into a new `ViewState`, and that comes back as props.
 */
export type Intent =
	/** Look at this extent. Sent once a gesture has settled. */
	| { readonly type: 'extent'; readonly extent: Extent }
	/** Select this record (null: none). `range`, after a shift-click: from the record selected before to this one. */
	| { readonly type: 'select'; readonly id: string | null; readonly range?: Extent }
	/** Show the record itself: panel or page. */
	| { readonly type: 'open'; readonly id: string }
	/** Filter to this interval (null: filter no more). */
	| { readonly type: 'brush'; readonly interval: Extent | null }
	/** The pointer or the keyboard cursor is on this record (null: on none). */
	| { readonly type: 'hover'; readonly id: string | null }
	/** Show all dated records. */
	| { readonly type: 'fit' }
	/** Bring today into the middle. */
	| { readonly type: 'today' };
