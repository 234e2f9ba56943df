/** Dates as they are typed. */
export const dateEntry = {};
