/** Files of a view. */
export const files = {};
