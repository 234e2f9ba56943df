/** Moved dates and known order. */
export const promises = {};
