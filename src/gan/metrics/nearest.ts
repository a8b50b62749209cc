// Samples of any dimension against data: how far each is from its nearest neighbour, and how far they are from each other.

/**
 * The mean over generated samples of the distance to the nearest of the data, as a root mean square per coordinate. Small for copies
 * and for faithful samples alike; great for what looks like no sample of the data.
 */
export function nearestData(real: Float32Array, fake: Float32Array, dimension: number): number {
  let total = 0;
  for (let i = 0; i < fake.length; i += dimension) {
    let least = Infinity;
    for (let j = 0; j < real.length; j += dimension)
      least = Math.min(least, squaredGap(fake, i, real, j, dimension, least));
    total += Math.sqrt(least / dimension);
  }
  return (total * dimension) / fake.length;
}

/** Samples that are compared in pairs. */
const compared = 200;

/**
 * The mean distance between two generated samples, divided by that between two of the data: 1 for perfect samples, 0 where all generated
 * samples are the same. Undefined where all data is.
 */
export function variety(real: Float32Array, fake: Float32Array, dimension: number): number | undefined {
  const ofData = meanGap(real, dimension);
  return ofData > 0 ? meanGap(fake, dimension) / ofData : undefined;
}

function meanGap(samples: Float32Array, dimension: number): number {
  const n = Math.min(compared, samples.length / dimension);
  let total = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++)
      total += Math.sqrt(squaredGap(samples, i * dimension, samples, j * dimension, dimension, Infinity));
  }
  return total / ((n * (n - 1)) / 2);
}

/** ‖a − b‖² of two rows, or any number above `limit` if it is greater than that. */
function squaredGap(
  a: Float32Array,
  fromA: number,
  b: Float32Array,
  fromB: number,
  dimension: number,
  limit: number,
): number {
  let sum = 0;
  for (let k = 0; k < dimension && sum <= limit; k++) {
    const gap = (a[fromA + k] as number) - (b[fromB + k] as number);
    sum += gap * gap;
  }
  return sum;
}
