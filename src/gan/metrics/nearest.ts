// Samples of any dimension against data: how far each is from its nearest neighbour, and how far they are from each other.

/**
 * The mean over generated samples of the distance to the nearest of the data, as a root mean square per coordinate. Small for copies
 * and for faithful samples alike; great for what looks like no sample of the data.
 */
export function nearestData(real: Float32Array, fake: Float32Array, dimension: number): number {
  // Most neighbours are given up after a few coordinates, if those come first that differ most.
  const order = telling(real, dimension);
  const [data, samples] = [reordered(real, order), reordered(fake, order)];
  let total = 0;
  for (let i = 0; i < samples.length; i += dimension) {
    let least = Infinity;
    for (let j = 0; j < data.length; j += dimension)
      least = Math.min(least, squaredGap(samples, i, data, j, dimension, least));
    total += Math.sqrt(least / dimension);
  }
  return (total * dimension) / fake.length;
}

/** The coordinates, those of greatest variance in the data first. */
function telling(data: Float32Array, dimension: number): number[] {
  const n = data.length / dimension;
  const variance = Array.from({ length: dimension }, (_, k) => {
    let [sum, squares] = [0, 0];
    for (let i = k; i < data.length; i += dimension) {
      const value = data[i] as number;
      sum += value;
      squares += value * value;
    }
    return squares / n - (sum / n) ** 2;
  });
  return variance.map((_, k) => k).sort((a, b) => (variance[b] as number) - (variance[a] as number));
}

function reordered(samples: Float32Array, order: readonly number[]): Float32Array {
  const width = order.length;
  return samples.map((_, i) => samples[i - (i % width) + (order[i % width] as number)] as number);
}

/** Samples that are compared in pairs. */
const compared = 200;

/** What was found of data before: a run is measured on the same ones again and again. */
const gaps = new WeakMap<Float32Array, number>();

/**
 * The mean distance between two generated samples, divided by that between two of the data: 1 for perfect samples, 0 where all generated
 * samples are the same. Undefined where all data is.
 */
export function variety(real: Float32Array, fake: Float32Array, dimension: number): number | undefined {
  const ofData = gaps.get(real) ?? meanGap(real, dimension);
  gaps.set(real, ofData);
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

/** Coordinates that are added up before the sum is looked at. */
const STRETCH = 16;

/** ‖a − b‖² of two rows, or any number above `limit` if it is greater than that. Four sums side by side, so that none waits for another. */
function squaredGap(
  a: Float32Array,
  fromA: number,
  b: Float32Array,
  fromB: number,
  dimension: number,
  limit: number,
): number {
  const even = dimension - (dimension % 4);
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let k = 0; k < even && p + q + r + s <= limit;) {
    for (const end = Math.min(k + STRETCH, even); k < end; k += 4) {
      const i = fromA + k;
      const j = fromB + k;
      const e = (a[i] as number) - (b[j] as number);
      const f = (a[i + 1] as number) - (b[j + 1] as number);
      const g = (a[i + 2] as number) - (b[j + 2] as number);
      const h = (a[i + 3] as number) - (b[j + 3] as number);
      p += e * e;
      q += f * f;
      r += g * g;
      s += h * h;
    }
  }
  let sum = p + q + r + s;
  for (let k = even; k < dimension; k++) {
    const gap = (a[fromA + k] as number) - (b[fromB + k] as number);
    sum += gap * gap;
  }
  return sum;
}
