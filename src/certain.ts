// One way to say that a value must be there: where an index or a key is provably right, a fault becomes an error and never a plausible number.

/** The value itself. @throws Error that names what is missing */
export function certain<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`${what} is missing, though it must be there.`);
  return value;
}
