/** What certainly and possibly holds. */
export const doubt = {};
