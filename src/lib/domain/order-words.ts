/** How a record stands in time to another whose date may not be known. */
export const STANDS = ['after', 'before'] as const;
export type Stands = (typeof STANDS)[number];

/** "In the same year": the Gregorian unit the other began in, in which all of this one lies. */
export const ORDER_UNITS = ['year', 'month', 'day'] as const;
export type OrderUnit = (typeof ORDER_UNITS)[number];
