// The product behind a dense layer, as plain loops over typed arrays.
import type { LayerShape } from '../arithmetic.ts';

// Each loop keeps a block of 2 × 4 sums in local variables: six loads for eight multiplications, and no store until
// the sum is complete. Sums are double precision; only results are rounded to single precision.

/** result = [x, 1] · layer, or x · (layer without its last row) if `bias` is false. */
export function layerProduct(
  x: Float32Array,
  layer: Float32Array,
  bias: boolean,
  { batch, inputs, units }: LayerShape,
  result: Float32Array,
): void {
  const biasAt = inputs * units;
  const pairedRows = batch - (batch % 2);
  const blockedUnits = units - (units % 4);
  for (let i = 0; i < pairedRows; i += 2) {
    const x0 = i * inputs;
    const x1 = x0 + inputs;
    const r0 = i * units;
    const r1 = r0 + units;
    let j = 0;
    for (; j < blockedUnits; j += 4) {
      let a0 = bias ? (layer[biasAt + j] as number) : 0;
      let a1 = bias ? (layer[biasAt + j + 1] as number) : 0;
      let a2 = bias ? (layer[biasAt + j + 2] as number) : 0;
      let a3 = bias ? (layer[biasAt + j + 3] as number) : 0;
      let b0 = a0;
      let b1 = a1;
      let b2 = a2;
      let b3 = a3;
      for (let k = 0, w = j; k < inputs; k++, w += units) {
        const u = x[x0 + k] as number;
        const v = x[x1 + k] as number;
        const w0 = layer[w] as number;
        const w1 = layer[w + 1] as number;
        const w2 = layer[w + 2] as number;
        const w3 = layer[w + 3] as number;
        a0 += u * w0;
        a1 += u * w1;
        a2 += u * w2;
        a3 += u * w3;
        b0 += v * w0;
        b1 += v * w1;
        b2 += v * w2;
        b3 += v * w3;
      }
      result[r0 + j] = a0;
      result[r0 + j + 1] = a1;
      result[r0 + j + 2] = a2;
      result[r0 + j + 3] = a3;
      result[r1 + j] = b0;
      result[r1 + j + 1] = b1;
      result[r1 + j + 2] = b2;
      result[r1 + j + 3] = b3;
    }
    for (; j < units; j++) {
      let a = bias ? (layer[biasAt + j] as number) : 0;
      let b = a;
      for (let k = 0, w = j; k < inputs; k++, w += units) {
        const weight = layer[w] as number;
        a += (x[x0 + k] as number) * weight;
        b += (x[x1 + k] as number) * weight;
      }
      result[r0 + j] = a;
      result[r1 + j] = b;
    }
  }
  for (let i = pairedRows; i < batch; i++) {
    for (let j = 0; j < units; j++) {
      let a = bias ? (layer[biasAt + j] as number) : 0;
      for (let k = 0; k < inputs; k++) a += (x[i * inputs + k] as number) * (layer[k * units + j] as number);
      result[i * units + j] = a;
    }
  }
}
