// The three products of a dense layer as one: c = start + a · b, with the rows and columns of a at any distance.
import { four, narrow } from './tails';

/** Bytes of one number. */
const SIZE: usize = 4;

/**
 * c[m, n] = start[n] + Σₖ a[m, k] · b[k, n], summed in the order of k.
 * @param rowStep, termStep bytes from one row, or one k, of a to the next: a may be stored either way round
 * @param b k × n, row by row
 * @param start n numbers, or 0 for none
 * @param c m × n, row by row; no part of a, b or start
 */
export function multiply(
  a: usize,
  rowStep: usize,
  termStep: usize,
  b: usize,
  start: usize,
  c: usize,
  rows: i32,
  terms: i32,
  columns: i32,
): void {
  const width: usize = <usize>columns * SIZE;
  if (columns < 4) return narrow(a, rowStep, termStep, b, start, c, rows, terms, columns);
  let j: i32 = 0;
  for (; j + 8 <= columns; j += 8) {
    const at: usize = <usize>j * SIZE;
    wide(a, rowStep, termStep, b + at, start ? start + at : 0, c + at, rows, terms, width);
  }
  if (j == columns) return;
  // What is left is fewer than eight columns: one or two blocks of four, the last of which ends at the last column.
  // Columns that two blocks share are the same sums, and so the same bits, twice.
  if (columns - j > 4) four(a, rowStep, termStep, b, start, c, rows, terms, width, j);
  four(a, rowStep, termStep, b, start, c, rows, terms, width, columns - 4);
}

/** Eight columns of c, in blocks of four rows. */
@inline
function wide(
  a: usize,
  rowStep: usize,
  termStep: usize,
  b: usize,
  start: usize,
  c: usize,
  rows: i32,
  terms: i32,
  width: usize,
): void {
  const s0 = start ? v128.load(start) : f32x4.splat(0);
  const s1 = start ? v128.load(start, 16) : f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    let p0 = s0,
      p1 = s1,
      q0 = s0,
      q1 = s1,
      r0 = s0,
      r1 = s1,
      t0 = s0,
      t1 = s1;
    let x0 = a,
      x1 = a + rowStep,
      x2 = x1 + rowStep,
      x3 = x2 + rowStep,
      y = b;
    for (let k: i32 = 0; k < terms; k++) {
      const b0 = v128.load(y);
      const b1 = v128.load(y, 16);
      const u = v128.load_splat<f32>(x0);
      p0 = f32x4.add(p0, f32x4.mul(u, b0));
      p1 = f32x4.add(p1, f32x4.mul(u, b1));
      const v = v128.load_splat<f32>(x1);
      q0 = f32x4.add(q0, f32x4.mul(v, b0));
      q1 = f32x4.add(q1, f32x4.mul(v, b1));
      const w = v128.load_splat<f32>(x2);
      r0 = f32x4.add(r0, f32x4.mul(w, b0));
      r1 = f32x4.add(r1, f32x4.mul(w, b1));
      const z = v128.load_splat<f32>(x3);
      t0 = f32x4.add(t0, f32x4.mul(z, b0));
      t1 = f32x4.add(t1, f32x4.mul(z, b1));
      x0 += termStep;
      x1 += termStep;
      x2 += termStep;
      x3 += termStep;
      y += width;
    }
    let to = c;
    v128.store(to, p0);
    v128.store(to, p1, 16);
    to += width;
    v128.store(to, q0);
    v128.store(to, q1, 16);
    to += width;
    v128.store(to, r0);
    v128.store(to, r1, 16);
    to += width;
    v128.store(to, t0);
    v128.store(to, t1, 16);
    c = to + width;
    a = x3 - <usize>terms * termStep + rowStep;
  }
  for (; i < rows; i++) {
    let p0 = s0,
      p1 = s1,
      x = a,
      y = b;
    for (let k: i32 = 0; k < terms; k++) {
      const u = v128.load_splat<f32>(x);
      p0 = f32x4.add(p0, f32x4.mul(u, v128.load(y)));
      p1 = f32x4.add(p1, f32x4.mul(u, v128.load(y, 16)));
      x += termStep;
      y += width;
    }
    v128.store(c, p0);
    v128.store(c, p1, 16);
    c += width;
    a += rowStep;
  }
}
