/** How a record stands in time to another whose date may not be known. */
export const STANDS = ['after', 'before'] as const;
export type Stands = (typeof STANDS)[number];

/**
 * "In the same year": the unit the other began in, in which all of this one lies. A year and a month that
 * name no calendar are of the one their claim says its date in, else Gregorian, for "the same year" of a Persian report begins at Nowruz; days are the same in all.
 */
export const ORDER_UNITS = ['year', 'month', 'day', 'persian-year', 'persian-month', 'islamic-year', 'islamic-month'] as const;
export type OrderUnit = (typeof ORDER_UNITS)[number];
