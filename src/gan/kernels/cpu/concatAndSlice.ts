// Matrices that are put together and taken apart: concatenation, slices and splits of TensorFlow.js.
import { certain } from '../../../certain.ts';
import { single, type CpuCall, type CpuKernel, type Operand } from './kernel.ts';

type Shape = readonly [rows: number, columns: number];

const isMatrix = ({ length }: readonly number[]): boolean => length === 2;
const given = (call: CpuCall): Operand[] => call.numbered('');
/** The axis of a matrix, 0 for rows below each other, 1 for columns beside each other. */
const axisOf = (call: CpuCall): number => {
  const [axis = 0] = call.numbers('axis');
  return axis < 0 ? axis + 2 : axis;
};

/** Writes a block of one matrix to another: `height` rows of `width` numbers, each matrix so many numbers wide, from a place on. */
function copyBlock(
  [from, fromWidth, fromStart]: readonly [Float32Array, number, number],
  [to, toWidth, toStart]: readonly [Float32Array, number, number],
  [height, width]: Shape,
): void {
  for (let row = 0, i = fromStart, o = toStart; row < height; row++, i += fromWidth, o += toWidth)
    for (let column = 0; column < width; column++) to[o + column] = from[i + column] as number;
}

/** Where a slice begins, and its shape; a size of −1 goes to the end. */
function slice(call: CpuCall): { begin: Shape; shape: Shape } {
  const begin = call.numbers('begin') as unknown as Shape;
  const size = call.numbers('size') as unknown as Shape;
  const whole = call.matrix('x');
  const length = (i: 0 | 1): number => (size[i] === -1 ? whole[i] - begin[i] : size[i]);
  return { begin, shape: [length(0), length(1)] };
}

/** By their names in TensorFlow.js. */
export const parts: Readonly<Record<'Concat' | 'Slice' | 'SplitV', CpuKernel>> = {
  Concat: {
    accepts: (call) => given(call).every(({ shape }) => isMatrix(shape)),
    ...single(
      (call) => {
        const axis = axisOf(call);
        const shapes = given(call).map(({ shape }) => shape as Shape);
        const total = shapes.reduce((sum, shape) => sum + certain(shape[axis], 'a length of a matrix'), 0);
        const [rows, columns] = certain(shapes[0], 'a matrix to put together');
        return axis === 0 ? [total, columns] : [rows, total];
      },
      (call, result) => {
        const matrices = given(call);
        if (axisOf(call) === 0) {
          let at = 0;
          for (const { values } of matrices) {
            result.set(values, at);
            at += values.length;
          }
          return;
        }
        const rows = certain(matrices[0]?.shape[0], 'the rows of a matrix');
        const width = result.length / rows;
        let at = 0;
        for (const { shape, values } of matrices) {
          const own = shape[1] as number;
          copyBlock([values, own, 0], [result, width, at], [rows, own]);
          at += own;
        }
      },
    ),
  },
  Slice: {
    accepts(call) {
      const [begin, size] = [call.numbers('begin'), call.numbers('size')];
      if (![call.shape('x'), begin, size].every(isMatrix)) return false;
      const { shape } = slice(call);
      return shape.every((length, i) => length > 0 && (begin[i] as number) + length <= (call.shape('x')[i] as number));
    },
    ...single(
      (call) => slice(call).shape,
      (call, result) => {
        const { begin, shape } = slice(call);
        const [, columns] = call.matrix('x');
        copyBlock([call.values('x'), columns, begin[0] * columns + begin[1]], [result, shape[1], 0], shape);
      },
    ),
  },
  SplitV: {
    accepts(call) {
      if (!isMatrix(call.shape('x'))) return false;
      const all = lengths(call);
      const sum = all.reduce((before, length) => before + length, 0);
      return all.every((length) => Number.isInteger(length) && length > 0) && sum === call.shape('x')[axisOf(call)];
    },
    shapes(call) {
      const [rows, columns] = call.matrix('x');
      return lengths(call).map((length) => (axisOf(call) === 0 ? [length, columns] : [rows, length]));
    },
    fill(call, results) {
      const [rows, columns] = call.matrix('x');
      const below = axisOf(call) === 0;
      let at = 0;
      for (const result of results) {
        const shape: Shape = below ? [result.length / columns, columns] : [rows, result.length / rows];
        copyBlock([call.values('x'), columns, at], [result, shape[1], 0], shape);
        at += below ? result.length : shape[1];
      }
    },
  },
};

/** The lengths of the parts along the axis; none if they are not told one by one. */
function lengths(call: CpuCall): readonly number[] {
  const told = call.numbers('numOrSizeSplits');
  const [only] = told;
  // One number is how many equal parts there are.
  if (told.length !== 1 || only === undefined) return told;
  return Array.from({ length: only }, () => (call.matrix('x')[axisOf(call)] as number) / only);
}
