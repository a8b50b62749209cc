// The arithmetic in plain loops: the oracle of the vectors, and what computes where those are missing or forbidden.
import { formulas } from '../../activations.ts';
import { exp } from '../../../../vocabulary/expLog.ts';
import { keepsValue } from '../../names.ts';
import type { Arithmetic, Mapping, Operation } from '../arithmetic.ts';
import { secondDerivative, singleTanh, slopes, traceInPlace } from './activations.ts';
import { inputGradient, layerGradient } from './gradients.ts';
import { layerProduct } from './product.ts';
import { adam, sgd } from './steps.ts';

const operations: Record<Operation, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

const mappings: Record<Mapping, (x: number) => number> = {
  exp,
  tanh: singleTanh,
  sigmoid: formulas.softplus.first,
  softplus: formulas.softplus.value,
};

export const loops: Arithmetic = {
  name: 'loops',
  layerProduct,
  inputGradient,
  layerGradient,
  traceInPlace,
  slopes,
  adam,
  sgd,
  value(trace, activation, result) {
    result.set(trace);
    if (!keepsValue(activation)) mapTo(formulas[activation].value, trace, result);
  },
  curvature(dy, factor, trace, activation, result) {
    for (let i = 0; i < result.length; i++)
      result[i] = (dy[i] as number) * (factor[i] as number) * secondDerivative(trace[i] as number, activation);
  },
  meanSoftplus(logits, sign, result) {
    let sum = 0;
    for (const logit of logits) sum += formulas.softplus.value(sign * logit);
    result[0] = sum / logits.length;
  },
  softplusSlopes(logits, sign, scale, result) {
    mapTo((logit) => scale * formulas.softplus.first(sign * logit), logits, result);
  },
  combine(operation, a, b, result) {
    const apply = operations[operation];
    const [stepA, stepB] = [a.length === 1 ? 0 : 1, b.length === 1 ? 0 : 1];
    for (let i = 0; i < result.length; i++) result[i] = apply(a[i * stepA] as number, b[i * stepB] as number);
  },
  combineRows(operation, a, b, reversed, result) {
    const apply = operations[operation];
    const columns = b.length / a.length;
    for (let i = 0; i < result.length; i++) {
      const [x, y] = [a[Math.floor(i / columns)] as number, b[i] as number];
      result[i] = reversed ? apply(y, x) : apply(x, y);
    }
  },
  map: (mapping, x, result) => mapTo(mappings[mapping], x, result),
  rowSums(a, result) {
    const columns = a.length / result.length;
    for (let row = 0; row < result.length; row++) {
      let sum = 0;
      for (let i = row * columns; i < (row + 1) * columns; i++) sum += a[i] as number;
      result[row] = sum;
    }
  },
};

function mapTo(f: (x: number) => number, x: Float32Array, result: Float32Array): void {
  for (let i = 0; i < result.length; i++) result[i] = f(x[i] as number);
}
