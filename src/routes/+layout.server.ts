export function load({ locals }) {
	const { context, language, theme, width, seen } = locals;
	return { language, theme, width, seen, today: context.today(), todayIsSet: context.todayIsSet, zone: context.zone };
}
