/** Search across scripts. */
export const search = {};
