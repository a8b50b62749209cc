// The gradients of a dense layer's product, as plain loops over typed arrays, blocked as in product.ts.
import type { LayerShape } from '../arithmetic.ts';

/** result = slopes · (layer without its last row)ᵀ, [batch, inputs]: the gradient by the layer's input. */
export function inputGradient(
  slopes: Float32Array,
  layer: Float32Array,
  { batch, inputs, units }: LayerShape,
  result: Float32Array,
): void {
  const pairedRows = batch - (batch % 2);
  const blockedInputs = inputs - (inputs % 4);
  for (let i = 0; i < pairedRows; i += 2) {
    const s0 = i * units;
    const s1 = s0 + units;
    const r0 = i * inputs;
    const r1 = r0 + inputs;
    let k = 0;
    for (; k < blockedInputs; k += 4) {
      const w0 = k * units;
      const w1 = w0 + units;
      const w2 = w1 + units;
      const w3 = w2 + units;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let j = 0; j < units; j++) {
        const u = slopes[s0 + j] as number;
        const v = slopes[s1 + j] as number;
        const c0 = layer[w0 + j] as number;
        const c1 = layer[w1 + j] as number;
        const c2 = layer[w2 + j] as number;
        const c3 = layer[w3 + j] as number;
        a0 += u * c0;
        a1 += u * c1;
        a2 += u * c2;
        a3 += u * c3;
        b0 += v * c0;
        b1 += v * c1;
        b2 += v * c2;
        b3 += v * c3;
      }
      result[r0 + k] = a0;
      result[r0 + k + 1] = a1;
      result[r0 + k + 2] = a2;
      result[r0 + k + 3] = a3;
      result[r1 + k] = b0;
      result[r1 + k + 1] = b1;
      result[r1 + k + 2] = b2;
      result[r1 + k + 3] = b3;
    }
    for (; k < inputs; k++) {
      let a = 0;
      let b = 0;
      for (let j = 0, w = k * units; j < units; j++, w++) {
        const weight = layer[w] as number;
        a += (slopes[s0 + j] as number) * weight;
        b += (slopes[s1 + j] as number) * weight;
      }
      result[r0 + k] = a;
      result[r1 + k] = b;
    }
  }
  for (let i = pairedRows; i < batch; i++) {
    for (let k = 0; k < inputs; k++) {
      let a = 0;
      for (let j = 0; j < units; j++) a += (slopes[i * units + j] as number) * (layer[k * units + j] as number);
      result[i * inputs + k] = a;
    }
  }
}

/** result = [x, 1]ᵀ · slopes, [inputs + 1, units]: the gradient by the layer; its last row is 0 if `bias` is false. */
export function layerGradient(
  x: Float32Array,
  slopes: Float32Array,
  bias: boolean,
  { batch, inputs, units }: LayerShape,
  result: Float32Array,
): void {
  const pairedInputs = inputs - (inputs % 2);
  const blockedUnits = units - (units % 4);
  for (let k = 0; k < pairedInputs; k += 2) {
    const r0 = k * units;
    const r1 = r0 + units;
    let j = 0;
    for (; j < blockedUnits; j += 4) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let i = 0, xi = k, s = j; i < batch; i++, xi += inputs, s += units) {
        const u = x[xi] as number;
        const v = x[xi + 1] as number;
        const s0 = slopes[s] as number;
        const s1 = slopes[s + 1] as number;
        const s2 = slopes[s + 2] as number;
        const s3 = slopes[s + 3] as number;
        a0 += u * s0;
        a1 += u * s1;
        a2 += u * s2;
        a3 += u * s3;
        b0 += v * s0;
        b1 += v * s1;
        b2 += v * s2;
        b3 += v * s3;
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
      let a = 0;
      let b = 0;
      for (let i = 0, xi = k, s = j; i < batch; i++, xi += inputs, s += units) {
        const slope = slopes[s] as number;
        a += (x[xi] as number) * slope;
        b += (x[xi + 1] as number) * slope;
      }
      result[r0 + j] = a;
      result[r1 + j] = b;
    }
  }
  for (let k = pairedInputs; k < inputs; k++) {
    for (let j = 0; j < units; j++) {
      let a = 0;
      for (let i = 0; i < batch; i++) a += (x[i * inputs + k] as number) * (slopes[i * units + j] as number);
      result[k * units + j] = a;
    }
  }
  for (let j = 0, r = inputs * units; j < units; j++, r++) {
    let a = 0;
    if (bias) for (let s = j; s < batch * units; s += units) a += slopes[s] as number;
    result[r] = a;
  }
}
