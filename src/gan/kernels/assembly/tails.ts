// What a product leaves over beside its blocks of eight columns: four columns, or fewer.

/** Bytes of one number. */
const SIZE: usize = 4;

/** Four columns of c, from column j on, in blocks of four rows. */
export function four(
  a: usize,
  rowStep: usize,
  termStep: usize,
  b: usize,
  start: usize,
  c: usize,
  rows: i32,
  terms: i32,
  width: usize,
  j: i32,
): void {
  const at: usize = <usize>j * SIZE;
  b += at;
  c += at;
  const s = start ? v128.load(start + at) : f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    let p = s,
      q = s,
      r = s,
      t = s,
      x0 = a,
      x1 = a + rowStep,
      x2 = x1 + rowStep,
      x3 = x2 + rowStep,
      y = b;
    for (let k: i32 = 0; k < terms; k++) {
      const b0 = v128.load(y);
      p = f32x4.add(p, f32x4.mul(v128.load_splat<f32>(x0), b0));
      q = f32x4.add(q, f32x4.mul(v128.load_splat<f32>(x1), b0));
      r = f32x4.add(r, f32x4.mul(v128.load_splat<f32>(x2), b0));
      t = f32x4.add(t, f32x4.mul(v128.load_splat<f32>(x3), b0));
      x0 += termStep;
      x1 += termStep;
      x2 += termStep;
      x3 += termStep;
      y += width;
    }
    v128.store(c, p);
    v128.store(c + width, q);
    v128.store(c + 2 * width, r);
    v128.store(c + 3 * width, t);
    c += 4 * width;
    a += 4 * rowStep;
  }
  for (; i < rows; i++) {
    let p = s,
      x = a,
      y = b;
    for (let k: i32 = 0; k < terms; k++) {
      p = f32x4.add(p, f32x4.mul(v128.load_splat<f32>(x), v128.load(y)));
      x += termStep;
      y += width;
    }
    v128.store(c, p);
    c += width;
    a += rowStep;
  }
}

/** Fewer than four columns: every sum by itself, four rows at a time. */
export function narrow(
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
  for (let j: i32 = 0; j < columns; j++) {
    const at: usize = <usize>j * SIZE;
    const s: f32 = start ? load<f32>(start + at) : 0;
    let to = c + at,
      from = a,
      i: i32 = 0;
    for (; i + 4 <= rows; i += 4) {
      let p = s,
        q = s,
        r = s,
        t = s,
        x0 = from,
        x1 = x0 + rowStep,
        x2 = x1 + rowStep,
        x3 = x2 + rowStep,
        y = b + at;
      for (let k: i32 = 0; k < terms; k++) {
        const b0 = load<f32>(y);
        p += load<f32>(x0) * b0;
        q += load<f32>(x1) * b0;
        r += load<f32>(x2) * b0;
        t += load<f32>(x3) * b0;
        x0 += termStep;
        x1 += termStep;
        x2 += termStep;
        x3 += termStep;
        y += width;
      }
      store<f32>(to, p);
      store<f32>(to + width, q);
      store<f32>(to + 2 * width, r);
      store<f32>(to + 3 * width, t);
      to += 4 * width;
      from += 4 * rowStep;
    }
    for (; i < rows; i++) {
      let p = s,
        x = from,
        y = b + at;
      for (let k: i32 = 0; k < terms; k++) {
        p += load<f32>(x) * load<f32>(y);
        x += termStep;
        y += width;
      }
      store<f32>(to, p);
      to += width;
      from += rowStep;
    }
  }
}
