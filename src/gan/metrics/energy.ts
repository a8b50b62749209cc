// The energy distance of two samples.

/** Samples beyond these are left out: the cost grows with their square. */
const MOST = 1000;

/**
 * 2 E|X − Y| − E|X − X′| − E|Y − Y′| (Székely and Rizzo 2013, "Energy statistics") as a U-statistic: pairs of a sample with
 * itself are left out, so that two samples of one distribution score 0 on average, and now and then less. Over the first 1000 of each sample.
 * @param a flat n × dimension, n ≥ 2; b likewise, of any size.
 */
export function energyDistance(a: Float32Array, b: Float32Array, dimension: 1 | 2): number {
  const x = a.subarray(0, MOST * dimension);
  const y = b.subarray(0, MOST * dimension);
  const n = x.length / dimension;
  const m = y.length / dimension;
  const within = (sum: number, size: number) => sum / (size * (size - 1));
  return (
    (2 * sumOfGaps(x, y, dimension)) / (n * m) -
    within(sumOfGaps(x, x, dimension), n) -
    within(sumOfGaps(y, y, dimension), m)
  );
}

/** Σ_i Σ_j ‖a_i − b_j‖₂. */
function sumOfGaps(a: Float32Array, b: Float32Array, dimension: 1 | 2): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += dimension) {
    const x = a[i] as number;
    const y = dimension === 2 ? (a[i + 1] as number) : 0;
    for (let j = 0; j < b.length; j += dimension) {
      const dx = x - (b[j] as number);
      const dy = dimension === 2 ? y - (b[j + 1] as number) : 0;
      if (dimension === 1) sum += Math.abs(dx);
      else sum += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return sum;
}
