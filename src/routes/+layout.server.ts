export function load({ locals }) {
	const { context, language, months, theme, width, seen } = locals;
	const shared = locals.share && {
		base: locals.share.base,
		name: locals.share.share.name,
		frozen: locals.share.share.frozen,
		seq: locals.share.share.seq,
		made: locals.share.share.made,
		ends: locals.share.share.ends,
		day: locals.share.share.today
	};
	return { language, months, theme, width, seen, today: context.today(), todayIsSet: context.todayIsSet, zone: context.zone, shared };
}
