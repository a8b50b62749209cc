// A dense layer's product and its two gradients, told to the one product behind them.
import { multiply } from './product';

/** result = [x, 1] · layer, or x · (layer without its last row): batch × units. x batch × inputs, layer (inputs + 1) × units. */
export function layerProduct(
  x: usize,
  layer: usize,
  bias: bool,
  batch: i32,
  inputs: i32,
  units: i32,
  result: usize,
): void {
  const start: usize = bias ? layer + <usize>(inputs * units) * 4 : 0;
  multiply(x, <usize>inputs * 4, 4, layer, start, result, batch, inputs, units);
}

/** result = slopes · (layer without its last row)ᵀ: batch × inputs. `turned` has room for units × inputs numbers. */
export function inputGradient(
  slopes: usize,
  layer: usize,
  turned: usize,
  batch: i32,
  inputs: i32,
  units: i32,
  result: usize,
): void {
  // A layer of one unit is its own transpose.
  if (units == 1) turned = layer;
  else transpose(layer, turned, inputs, units);
  multiply(slopes, <usize>units * 4, 4, turned, 0, result, batch, units, inputs);
}

/** result = [x, 1]ᵀ · slopes: (inputs + 1) × units; its last row is 0 without bias. */
export function layerGradient(
  x: usize,
  slopes: usize,
  bias: bool,
  batch: i32,
  inputs: i32,
  units: i32,
  result: usize,
): void {
  // With one unit the result is a column, and the same numbers as the row slopesᵀ · x: four sums at a time.
  if (units == 1) multiply(slopes, 4, 4, x, 0, result, 1, batch, inputs);
  else multiply(x, 4, <usize>inputs * 4, slopes, 0, result, inputs, batch, units);
  const last = result + <usize>(inputs * units) * 4;
  if (!bias) memory.fill(last, 0, <usize>units * 4);
  else columnSums(slopes, last, batch, units);
}

/** sums[n] = Σₘ a[m, n] */
function columnSums(a: usize, sums: usize, rows: i32, columns: i32): void {
  const width = <usize>columns * 4;
  let j: i32 = 0;
  for (; j + 4 <= columns; j += 4) {
    const at = <usize>j * 4;
    let sum = f32x4.splat(0),
      from = a + at;
    for (let i: i32 = 0; i < rows; i++, from += width) sum = f32x4.add(sum, v128.load(from));
    v128.store(sums + at, sum);
  }
  for (; j < columns; j++) {
    const at = <usize>j * 4;
    let sum: f32 = 0,
      from = a + at;
    for (let i: i32 = 0; i < rows; i++, from += width) sum += load<f32>(from);
    store<f32>(sums + at, sum);
  }
}

/** to[n, m] = from[m, n], in tiles of 4 × 4, and those in strips that the nearest cache holds. */
function transpose(from: usize, to: usize, rows: i32, columns: i32): void {
  const wide = <usize>columns * 4;
  const tall = <usize>rows * 4;
  const evenRows = rows & ~3;
  const evenColumns = columns & ~3;
  for (let strip: i32 = 0; strip < evenColumns; strip += 16) {
    const end = min(strip + 16, evenColumns);
    for (let i: i32 = 0; i < evenRows; i += 4) {
      for (let j = strip; j < end; j += 4) {
        turnTile(from + <usize>i * wide + <usize>j * 4, wide, to + <usize>j * tall + <usize>i * 4, tall);
      }
    }
  }
  for (let i: i32 = 0; i < rows; i++) {
    for (let j: i32 = i < evenRows ? evenColumns : 0; j < columns; j++) {
      const value = load<f32>(from + <usize>i * wide + <usize>j * 4);
      store<f32>(to + <usize>j * tall + <usize>i * 4, value);
    }
  }
}

@inline
function turnTile(from: usize, wide: usize, to: usize, tall: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + wide);
  const c = v128.load(from + 2 * wide);
  const d = v128.load(from + 3 * wide);
  const leftAbove = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const leftBelow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const rightAbove = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const rightBelow = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(leftAbove, leftBelow, 0, 1, 4, 5));
  v128.store(to + tall, v128.shuffle<f32>(leftAbove, leftBelow, 2, 3, 6, 7));
  v128.store(to + 2 * tall, v128.shuffle<f32>(rightAbove, rightBelow, 0, 1, 4, 5));
  v128.store(to + 3 * tall, v128.shuffle<f32>(rightAbove, rightBelow, 2, 3, 6, 7));
}
