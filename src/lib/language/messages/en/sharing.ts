/** Links, accounts and the door. */
export const sharing = {};
