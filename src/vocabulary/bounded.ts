// The numbers that a schema may ask for, each with its bounds, and a schema for one kind of a closed set.
import * as z from 'zod';

export const positive = z.number().positive().max(1e6);
export const nonNegative = z.number().nonnegative().max(1e6);
export const coordinate = z.number().min(-100).max(100);
export const count = (most: number) => z.int().positive().max(most);
export const share = z.number().min(0).lt(1);

/** One of the alternatives that `kind` tells apart. */
export const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });
