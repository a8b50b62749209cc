// What must be there, asserted: an index that is off becomes an error that names it, never a plausible number.

/** The value itself. @throws Error that says `what` is missing where it is undefined or null: a fault of the program, not of its user. */
export function certain<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`${what} is missing`);
  return value;
}
