// Kernels of TensorFlow.js that a step runs often, on our arithmetic: sums, products, means, functions.
import type { Mapping, Operation } from './arithmetic.ts';
import { parts } from './concatAndSlice.ts';
import { single, type CpuCall, type CpuKernel, type Operand } from './kernel.ts';

const size = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((length, i) => length === b[i]);
/** [m, 1] beside [m, n]. */
const column = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === 2 && b.length === 2 && a[0] === b[0] && a[1] === 1;
const scalar = (a: readonly number[], b: readonly number[]): boolean => size(a) === 1 && a.length <= b.length;

/** a ∘ b for equal shapes, one number beside any shape, or one number for each row. */
function binary(operation: Operation): CpuKernel {
  return {
    accepts(call) {
      const [a, b] = [call.shape('a'), call.shape('b')];
      return same(a, b) || scalar(a, b) || scalar(b, a) || column(a, b) || column(b, a);
    },
    ...single(
      (call) => {
        const [a, b] = [call.shape('a'), call.shape('b')];
        return scalar(a, b) || column(a, b) ? b : a;
      },
      (call, result, arithmetic) => {
        const [a, b] = [call.values('a'), call.values('b')];
        if (a.length === b.length || a.length === 1 || b.length === 1) arithmetic.combine(operation, a, b, result);
        else if (a.length < b.length) arithmetic.combineRows(operation, a, b, false, result);
        else arithmetic.combineRows(operation, b, a, true, result);
      },
    ),
  };
}

const mapping = (name: Mapping): CpuKernel =>
  single(
    (call) => call.shape('x'),
    (call, result, arithmetic) => arithmetic.map(name, call.values('x'), result),
  );

const first = (call: CpuCall): Operand => call.numbered('')[0] as Operand;

/** Sums or means over all axes, or over the last one. */
function reduction(mean: boolean): CpuKernel {
  const axesOf = (call: CpuCall): readonly number[] => {
    const rank = call.shape('x').length;
    const axes = call.numbers('axis').map((axis) => (axis < 0 ? axis + rank : axis));
    return axes.length === 0 ? call.shape('x').map((_, i) => i) : axes;
  };
  return {
    accepts(call) {
      const [axes, rank] = [axesOf(call), call.shape('x').length];
      const all = axes.length === rank || (axes.length === 1 && axes[0] === rank - 1);
      return all && size(call.shape('x')) > 0;
    },
    ...single(
      (call) => {
        const [shape, axes] = [call.shape('x'), axesOf(call)];
        const kept = shape.map((length, i) => (axes.includes(i) ? 1 : length));
        return call.flag('keepDims') ? kept : shape.filter((_, i) => !axes.includes(i));
      },
      (call, result, arithmetic) => {
        const x = call.values('x');
        arithmetic.rowSums(x, result);
        const length = x.length / result.length;
        if (mean) for (let i = 0; i < result.length; i++) result[i] = (result[i] as number) / length;
      },
    ),
  };
}

/** By their names in TensorFlow.js. */
export const plain: Readonly<Record<string, CpuKernel>> = {
  Add: binary('add'),
  Sub: binary('subtract'),
  Multiply: binary('multiply'),
  RealDiv: binary('divide'),
  Square: single(
    (call) => call.shape('x'),
    (call, result, arithmetic) => arithmetic.combine('multiply', call.values('x'), call.values('x'), result),
  ),
  Neg: single(
    (call) => call.shape('x'),
    (call, result) => {
      const x = call.values('x');
      for (let i = 0; i < x.length; i++) result[i] = -(x[i] as number);
    },
  ),
  AddN: single(
    (call) => first(call).shape,
    (call, result, arithmetic) => {
      const [start, ...others] = call.numbered('');
      result.set((start as Operand).values);
      for (const { values } of others) arithmetic.combine('add', result, values, result);
    },
  ),
  ...parts,
  Sum: reduction(false),
  Mean: reduction(true),
  Exp: mapping('exp'),
  Tanh: mapping('tanh'),
  Sigmoid: mapping('sigmoid'),
  Softplus: mapping('softplus'),
};
