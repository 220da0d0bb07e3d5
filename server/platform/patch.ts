/** Whether a change names nothing: an UPDATE of no column is no SQL. */
export const changesNothing = (values: object): boolean => Object.values(values).every((value) => value === undefined);
