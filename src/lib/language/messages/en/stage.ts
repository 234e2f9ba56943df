/** Decks and the stage. */
export const stage = {};
