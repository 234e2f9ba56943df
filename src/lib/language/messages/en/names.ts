/** Names that may be one. */
export const names = {};
