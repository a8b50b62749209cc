// The arithmetic mean.

/** The mean of `value` over an array; not a number if it is empty. */
export function mean(array: ArrayLike<number>, value: (element: number, i: number) => number = (x) => x): number {
  let sum = 0;
  for (let i = 0; i < array.length; i++) sum += value(array[i] as number, i);
  return sum / array.length;
}
