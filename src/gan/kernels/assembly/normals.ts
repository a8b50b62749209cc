// Normal random numbers, two pairs at a time: the generator, logarithm and circle of src/gan/random.ts, operation by operation.

// Double precision throughout, and in the same order as the text in TypeScript: the same bits. tests/gan/random.test.ts compares them.

let s0: u64 = 0;
let s1: u64 = 0;

/** The next number of xoroshiro128+ as an integer of 32 bits. */
@inline
function next(): u32 {
  const out = <u32>(s0 + s1);
  const a = s0 ^ s1;
  s0 = rotl(s0, 24) ^ a ^ (a << 16);
  s1 = rotl(a, 37);
  return out;
}

/** The next uniform number: 53 bits of two integers. */
@inline
function uniform(): f64 {
  const high = <f64>(next() & 0x3ffffff) * 1.4901161193847656e-8;
  return high + <f64>(next() & 0x7ffffff) * 1.1102230246251565e-16;
}

/**
 * Fills `rows` rows with two numbers of N(0, 1), behind one that is uniform on [0, 1) if `led`, in double precision.
 * @param state four words of 32 bits, the generator's s01, s00, s11 and s10: read, and left as they are afterwards
 */
export function drawRows(state: usize, target: usize, rows: i32, led: bool): void {
  s0 = (<u64>load<u32>(state) << 32) | <u64>load<u32>(state, 4);
  s1 = (<u64>load<u32>(state, 8) << 32) | <u64>load<u32>(state, 12);
  const lead: usize = led ? 8 : 0;
  const width: usize = lead + 16;
  for (let row: i32 = 0; row < rows; row += 2) {
    if (led) store<f64>(target, uniform());
    let lengths = f64x2.splat(uniform());
    let angles = f64x2.splat(uniform());
    const both = row + 1 < rows;
    if (both) {
      if (led) store<f64>(target + width, uniform());
      lengths = f64x2.replace_lane(lengths, 1, uniform());
      angles = f64x2.replace_lane(angles, 1, uniform());
    }
    const length = f64x2.sqrt(f64x2.mul(f64x2.splat(-2), logOf(f64x2.sub(f64x2.splat(1), lengths))));
    circle(angles);
    const x = f64x2.mul(length, cosines);
    const y = f64x2.mul(length, sines);
    v128.store(target + lead, v128.shuffle<f64>(x, y, 0, 2));
    if (both) v128.store(target + width + lead, v128.shuffle<f64>(x, y, 1, 3));
    target += 2 * width;
  }
  store<u32>(state, <u32>(s0 >> 32));
  store<u32>(state, <u32>s0, 4);
  store<u32>(state, <u32>(s1 >> 32), 8);
  store<u32>(state, <u32>s1, 12);
}

@inline
function horner(value: v128, x: v128, next: f64): v128 {
  return f64x2.add(f64x2.mul(value, x), f64x2.splat(next));
}

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const SHIFT: i64 = 0x95f6400000000;

/** log x for normal numbers x: `log` of src/vocabulary/expLog.ts. */
@inline
function logOf(x: v128): v128 {
  const moved = i64x2.add(x, i64x2.splat(SHIFT));
  const exponent = i64x2.sub(i64x2.shr_u(moved, 52), i64x2.splat(1023));
  const n = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponent, exponent, 0, 2, 0, 2));
  const fraction = v128.and(moved, i64x2.splat(0xfffffffffffff));
  const f = f64x2.sub(i64x2.add(fraction, i64x2.splat(0x3ff0000000000000 - SHIFT)), f64x2.splat(1));
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.splat(2.0 / 21.0);
  odd = horner(odd, w, 2.0 / 17.0);
  odd = horner(odd, w, 2.0 / 13.0);
  odd = horner(odd, w, 2.0 / 9.0);
  odd = horner(odd, w, 2.0 / 5.0);
  let even = f64x2.splat(2.0 / 23.0);
  even = horner(even, w, 2.0 / 19.0);
  even = horner(even, w, 2.0 / 15.0);
  even = horner(even, w, 2.0 / 11.0);
  even = horner(even, w, 2.0 / 7.0);
  even = horner(even, w, 2.0 / 3.0);
  const sum = f64x2.add(even, f64x2.mul(z, odd));
  const square = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const small = f64x2.add(
    f64x2.mul(s, f64x2.add(square, f64x2.mul(sum, z))),
    f64x2.mul(n, f64x2.splat(LN2_LOW)),
  );
  return f64x2.sub(f64x2.mul(n, f64x2.splat(LN2_HIGH)), f64x2.sub(f64x2.sub(square, small), f));
}

const TURN: f64 = 6.283185307179586;
const TURN_REST: f64 = 2.4492935982947064e-16;

let cosines: v128 = f64x2.splat(0);
let sines: v128 = f64x2.splat(0);

/** cos 2πu and sin 2πu: `onCircle` of src/gan/sinCos.ts. */
@inline
function circle(u: v128): void {
  const n = f64x2.floor(f64x2.add(f64x2.mul(f64x2.splat(4), u), f64x2.splat(0.5)));
  const turn = f64x2.sub(u, f64x2.div(n, f64x2.splat(4)));
  const y = f64x2.mul(turn, f64x2.splat(TURN));
  const rest = f64x2.mul(turn, f64x2.splat(TURN_REST));
  const cosine = cosineOf(y, rest);
  const sine = sineOf(y, rest);
  const second = f64x2.eq(n, f64x2.splat(1));
  const third = f64x2.eq(n, f64x2.splat(2));
  const fourth = f64x2.eq(n, f64x2.splat(3));
  const swapped = v128.or(second, fourth);
  const minus = f64x2.splat(-0.0);
  cosines = v128.xor(v128.bitselect(sine, cosine, swapped), v128.and(v128.or(second, third), minus));
  sines = v128.xor(v128.bitselect(cosine, sine, swapped), v128.and(v128.or(third, fourth), minus));
}

@inline
function sineOf(y: v128, rest: v128): v128 {
  const z = f64x2.mul(y, y);
  let sum = f64x2.splat(1.0 / 355687428096000.0);
  sum = horner(sum, z, -1.0 / 1307674368000.0);
  sum = horner(sum, z, 1.0 / 6227020800.0);
  sum = horner(sum, z, -1.0 / 39916800.0);
  sum = horner(sum, z, 1.0 / 362880.0);
  sum = horner(sum, z, -1.0 / 5040.0);
  sum = horner(sum, z, 1.0 / 120.0);
  sum = horner(sum, z, -1.0 / 6.0);
  const half = f64x2.mul(f64x2.splat(0.5), z);
  const tilt = f64x2.mul(rest, f64x2.sub(f64x2.splat(1), half));
  return f64x2.add(y, f64x2.add(f64x2.mul(f64x2.mul(y, z), sum), tilt));
}

@inline
function cosineOf(y: v128, rest: v128): v128 {
  const z = f64x2.mul(y, y);
  let sum = f64x2.splat(1.0 / 20922789888000.0);
  sum = horner(sum, z, -1.0 / 87178291200.0);
  sum = horner(sum, z, 1.0 / 479001600.0);
  sum = horner(sum, z, -1.0 / 3628800.0);
  sum = horner(sum, z, 1.0 / 40320.0);
  sum = horner(sum, z, -1.0 / 720.0);
  sum = horner(sum, z, 1.0 / 24.0);
  const half = f64x2.mul(f64x2.splat(0.5), z);
  const most = f64x2.sub(f64x2.splat(1), half);
  const left = f64x2.sub(f64x2.sub(f64x2.splat(1), most), half);
  const tail = f64x2.sub(f64x2.mul(f64x2.mul(z, z), sum), f64x2.mul(y, rest));
  return f64x2.add(most, f64x2.add(left, tail));
}
