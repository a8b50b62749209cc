// Means and standard deviations of samples, for densities and for words.

/** The mean of what is taken of each value; NaN of none, and if one is NaN. */
export function mean<T>(values: Iterable<T>, of: (value: T) => number = Number): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    sum += of(value);
    count += 1;
  }
  return sum / count;
}

/** Mean and standard deviation of one coordinate of samples, flat n × dimension. Values that are not finite are left out. */
export function momentsOf(values: ArrayLike<number>, dimension = 1, axis = 0): { mean: number; sd: number } {
  const own: number[] = [];
  for (let i = axis; i < values.length; i += dimension) {
    const value = values[i] as number;
    if (Number.isFinite(value)) own.push(value);
  }
  const middle = mean(own);
  return { mean: middle, sd: Math.sqrt(mean(own, (value) => (value - middle) ** 2)) };
}
