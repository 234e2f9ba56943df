export const errors = {
	'errors.title': 'Something is missing',
	'errors.not-found': 'There is no record “{id}” here.',
	'errors.not-found-page': 'There is no page at this address.',
	'errors.not-found-do': 'Check the address, search for it, or go back to the dashboard.',
	'errors.internal': 'The server could not answer.',
	'errors.internal-do': 'Nothing was lost. Try again; the server’s log says more.',
	'errors.load-failed': 'This could not be fetched: {what}. Try again.',
	'errors.to-dashboard': 'To the dashboard'
} as const;
