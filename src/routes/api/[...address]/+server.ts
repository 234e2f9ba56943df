import { problem } from '../answers.ts';

/** An address the API does not have answers as the API does, not with a page. */
export const GET = ({ params }) =>
	problem(404, {
		code: 'unknown-address',
		message: `There is no address /api/${params.address}. The README lists them.`,
		value: `/api/${params.address}`
	});
