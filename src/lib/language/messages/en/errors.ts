export const errors = {
	'errors.title': 'Something is missing',
	'errors.not-found': 'There is no record “{id}” here.',
	'errors.not-found-page': 'There is no page at this address.',
	'errors.not-found-do': 'Check the address, search for it, or go back to the dashboard.',
	'errors.internal': 'The server could not answer.',
	'errors.internal-do': 'Nothing was lost. Try again; the server’s log says more.',
	'errors.load-failed': 'This could not be fetched: {what}. Try again.',
	'errors.reached-by-others':
		'Nothing is written here for who is not signed in. Who has signed in opens the desk by the address the server was started for.',
	'errors.other-site': 'This request came from another site, so it was refused.',
	'errors.refused': 'Not written',
	'errors.getting-ready': 'Getting ready',
	'errors.getting-ready-share':
		'{share, number, percent} of the records have been read. This page opens by itself when they are all there.',
	'errors.to-dashboard': 'To the dashboard',
	'errors.sign-in': 'Sign in',
	'errors.sign-in-needed':
		'This desk is open to its owner. Sign in with the link that was printed when the server started, or make a new one with “npm run sign-in-link”.',
	'errors.sign-in-bad': 'This link has been used, or is too old. Make a new one with “npm run sign-in-link”.',
	'errors.sign-in-throttled': 'Too many links were tried from here. Wait ten minutes.',
	'errors.sign-in-go': 'Sign in'
} as const;
