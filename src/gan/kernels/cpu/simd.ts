// The arithmetic in 128-bit vectors: places in the module's memory for arrays, numbers for names.
import type { Activation } from '../activations.ts';
import { ALIGNMENT, type Arena } from './arena.ts';
import type { Arithmetic, Mapping, Operation } from './arithmetic.ts';
import { loops } from './loops/arithmetic.ts';

/** The functions of src/gan/kernels/assembly/index.ts. Places are bytes, `bytes` whole vectors. */
export interface Module {
  layerProduct(x: number, layer: number, bias: boolean, batch: number, inputs: number, units: number, to: number): void;
  inputGradient(
    slopes: number,
    layer: number,
    turned: number,
    batch: number,
    inputs: number,
    units: number,
    to: number,
  ): void;
  layerGradient(x: number, dy: number, bias: boolean, batch: number, inputs: number, units: number, to: number): void;
  trace(z: number, bytes: number, activation: number): void;
  silu(z: number, to: number, bytes: number): void;
  slopes(dy: number, trace: number, to: number, bytes: number, activation: number): void;
  curvature(dy: number, factor: number, trace: number, to: number, bytes: number, activation: number): void;
  meanSoftplus(logits: number, n: number, sign: number): number;
  softplusSlopes(logits: number, sign: number, scale: number, to: number, bytes: number): void;
  adamRow(
    parameters: number,
    gradients: number,
    means: number,
    squares: number,
    n: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    rate: number,
    rootCorrection: number,
    epsilon: number,
  ): void;
  sgdRow(parameters: number, gradients: number, velocities: number, n: number, rate: number, momentum: number): void;
  combine(operation: number, a: number, b: number, to: number, bytes: number): void;
  combineWithNumber(operation: number, a: number, b: number, reversed: boolean, to: number, bytes: number): void;
  combineRows(
    operation: number,
    a: number,
    b: number,
    reversed: boolean,
    to: number,
    rows: number,
    columns: number,
  ): void;
  map(mapping: number, x: number, to: number, bytes: number): void;
  rowSums(a: number, to: number, rows: number, columns: number): void;
  drawRows(state: number, to: number, rows: number, led: boolean): void;
}

const activations: Record<Activation, number> = { identity: 0, relu: 1, leakyRelu: 2, tanh: 3, softplus: 4, silu: 5 };
const operations: Record<Operation, number> = { add: 0, subtract: 1, multiply: 2, divide: 3 };
const mappings: Record<Mapping, number> = { exp: 0, tanh: 1, sigmoid: 2, softplus: 3 };

/** An array's bytes up to the end of the room that is its own. */
const whole = ({ byteLength }: Float32Array): number => (byteLength + ALIGNMENT - 1) & -ALIGNMENT;

/** The arithmetic on the arrays of `arena`, whose memory is the module's. */
export function simdArithmetic(module: Module, arena: Arena): Arithmetic {
  return {
    name: 'simd',
    layerProduct(x, layer, bias, { batch, inputs, units }, result) {
      module.layerProduct(x.byteOffset, layer.byteOffset, bias, batch, inputs, units, result.byteOffset);
    },
    inputGradient(slopes, layer, { batch, inputs, units }, result) {
      const turned = arena.take(inputs * units);
      if (!arena.holds(turned)) return loops.inputGradient(slopes, layer, { batch, inputs, units }, result);
      module.inputGradient(
        slopes.byteOffset,
        layer.byteOffset,
        turned.byteOffset,
        batch,
        inputs,
        units,
        result.byteOffset,
      );
      arena.give(turned);
    },
    layerGradient(x, slopes, bias, { batch, inputs, units }, result) {
      module.layerGradient(x.byteOffset, slopes.byteOffset, bias, batch, inputs, units, result.byteOffset);
    },
    traceInPlace(z, activation) {
      module.trace(z.byteOffset, whole(z), activations[activation]);
    },
    value(trace, activation, result) {
      if (activation === 'silu') module.silu(trace.byteOffset, result.byteOffset, whole(trace));
      else result.set(trace);
    },
    slopes(dy, trace, activation, result) {
      module.slopes(dy.byteOffset, trace.byteOffset, result.byteOffset, whole(dy), activations[activation]);
    },
    curvature(dy, factor, trace, activation, result) {
      module.curvature(
        dy.byteOffset,
        factor.byteOffset,
        trace.byteOffset,
        result.byteOffset,
        whole(dy),
        activations[activation],
      );
    },
    meanSoftplus(logits, sign, result) {
      result[0] = module.meanSoftplus(logits.byteOffset, logits.length, sign);
    },
    softplusSlopes(logits, sign, scale, result) {
      module.softplusSlopes(logits.byteOffset, sign, scale, result.byteOffset, whole(logits));
    },
    adam(parameters, gradients, moments, { from, height, width, columns }, step) {
      const { beta1, beta2, rate, rootCorrection, epsilon } = step;
      const squares = moments.byteLength / 2;
      // Rows that follow each other without a gap are one long row.
      const [rows, n] = width === columns ? [1, height * width] : [height, width];
      for (let row = 0; row < rows; row++) {
        const at = 4 * row * width;
        const means = moments.byteOffset + 4 * (from + row) * columns;
        module.adamRow(
          parameters.byteOffset + at,
          gradients.byteOffset + at,
          means,
          means + squares,
          n,
          beta1,
          1 - beta1,
          beta2,
          1 - beta2,
          rate,
          rootCorrection,
          epsilon,
        );
      }
    },
    sgd(parameters, gradients, velocities, { from, height, width, columns }, { rate, momentum }) {
      const [rows, n] = width === columns ? [1, height * width] : [height, width];
      for (let row = 0; row < rows; row++) {
        const at = 4 * row * width;
        const kept = velocities.byteOffset + 4 * (from + row) * columns;
        module.sgdRow(parameters.byteOffset + at, gradients.byteOffset + at, kept, n, rate, momentum);
      }
    },
    combine(operation, a, b, result) {
      const [code, to, bytes] = [operations[operation], result.byteOffset, whole(result)];
      if (a.length === b.length) module.combine(code, a.byteOffset, b.byteOffset, to, bytes);
      else if (b.length === 1) module.combineWithNumber(code, a.byteOffset, b[0] as number, false, to, bytes);
      else module.combineWithNumber(code, b.byteOffset, a[0] as number, true, to, bytes);
    },
    combineRows(operation, a, b, reversed, result) {
      const columns = b.length / a.length;
      const code = operations[operation];
      module.combineRows(code, a.byteOffset, b.byteOffset, reversed, result.byteOffset, a.length, columns);
    },
    map(mapping, x, result) {
      module.map(mappings[mapping], x.byteOffset, result.byteOffset, whole(x));
    },
    rowSums(a, result) {
      module.rowSums(a.byteOffset, result.byteOffset, result.length, a.length / result.length);
    },
  };
}
