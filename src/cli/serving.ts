/** What a start of the server needs, in one place: the build joins it into one file (.config/join-server.js). */
export { openAddress } from '#lib/server/accounts/open-address.ts';
export { createDoor } from '#lib/server/accounts/door.ts';
export { openContext, shareContext } from '#lib/server/context.ts';
export { isLoopback } from '#lib/server/desk/writes.ts';
export { readEnvironment } from '#lib/server/environment.ts';
