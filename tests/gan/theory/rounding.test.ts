// Rounding to half precision, bit by bit, and the logits at which each way of writing a loss breaks down.
import { describe, expect, test } from 'vitest';
import {
  computed,
  roundToHalf,
  rounding,
  type Computed,
  type Form,
  type Precision,
} from '../../../src/gan/theory/rounding.ts';

/** The value of a half from its 15 bits without the sign (IEEE 754 binary16); 0x7c00 is infinity. */
function halfFromBits(bits: number): number {
  const [exponent, fraction] = [bits >> 10, bits & 0x3ff];
  if (exponent === 31) return fraction === 0 ? Infinity : NaN;
  return exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
}

/** The next float64 above (up = 1n) or below (up = −1n) a positive number. */
function neighbour(value: number, up: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + up);
  return view.getFloat64(0);
}

describe('rounding to float16', () => {
  test('every half stays as it is, with either sign', () => {
    for (let bits = 0; bits <= 0x7c00; bits++) {
      const half = halfFromBits(bits);
      expect(roundToHalf(half)).toBe(half);
      expect(roundToHalf(-half)).toBe(-half);
    }
    expect(roundToHalf(NaN)).toBeNaN();
  });

  test('between any two neighbours the middle goes to the even one, all else to the nearer one', () => {
    for (let bits = 0; bits < 0x7c00; bits++) {
      const low = halfFromBits(bits);
      // Above the largest half the middle lies where 65,536 would be the next one.
      const above = bits === 0x7bff ? 65_536 : halfFromBits(bits + 1);
      const high = halfFromBits(bits + 1);
      const middle = (low + above) / 2;
      expect(roundToHalf(middle)).toBe(bits % 2 === 0 ? low : high);
      expect(roundToHalf(neighbour(middle, -1n))).toBe(low);
      expect(roundToHalf(neighbour(middle, 1n))).toBe(high);
      expect(roundToHalf(-neighbour(middle, 1n))).toBe(-high);
      if (low > 0) expect(roundToHalf(neighbour(low, -1n))).toBe(low);
    }
  });

  test('known values: the largest, the smallest, a third, a tenth, π', () => {
    expect(roundToHalf(65_519.99)).toBe(65_504);
    expect(roundToHalf(65_520)).toBe(Infinity);
    expect(roundToHalf(-1e6)).toBe(-Infinity);
    expect(roundToHalf(2 ** -24)).toBe(2 ** -24);
    expect(roundToHalf(2 ** -25)).toBe(0);
    expect(roundToHalf(1 / 3)).toBe(0.333251953125);
    expect(roundToHalf(0.1)).toBe(0.0999755859375);
    expect(roundToHalf(Math.PI)).toBe(3.140625);
  });
});

/** All numbers of a format between two logits, or a fine grid of them for float64. */
function* logits(precision: Precision, from: number, to: number): Generator<number> {
  const spacing = precision === 'float16' ? 2 ** -10 : 2 ** -12;
  let last = NaN;
  for (let l = from; l <= to; l += spacing) {
    const rounded = rounding[precision](l);
    if (rounded !== last) yield rounded;
    last = rounded;
  }
}

/** The largest logit in an interval at which a test holds. */
function last(precision: Precision, from: number, to: number, holds: (l: number) => boolean): number {
  let found = NaN;
  for (const l of logits(precision, from, to)) if (holds(l)) found = l;
  return found;
}

const at = (precision: Precision, form: Form) => (l: number) => computed(l, precision, form);

describe('where a written loss breaks down', () => {
  // The formulas: 1 − σ rounds to 1 once σ ≤ half the distance of the numbers below 1; e^(−l) overflows past the largest number;
  // e^l underflows to 0 at half the smallest one; 1 − σ is 0 once e^(−l) is lost beside 1 in 1 + e^(−l).
  const ln2 = Math.LN2;
  test.each<[Precision, number, number]>([
    ['float64', -54 * ln2, 0.01],
    ['float32', -25 * ln2, 0.001],
    ['float16', -12 * ln2, 0.01],
  ])('in %s log(1 − σ(l)) is 0 from l = %d downwards', (precision, expected, slack) => {
    const naive = at(precision, 'probability');
    const zero = last(precision, expected - 3, expected + 3, (l) => naive(l).saturating === 0);
    expect(Math.abs(zero - expected)).toBeLessThan(slack);
    for (const l of logits(precision, expected - 3, zero)) expect(naive(l).saturating).toBe(0);
    expect(at(precision, 'logit')(zero - 1).saturating).toBeLessThan(0);
  });

  test.each<[Precision, number, number]>([
    ['float32', -Math.log(2 ** 128), 0.001],
    ['float16', -Math.log(65_520), 0.01],
  ])(
    'in %s e^(−l) overflows below l = %d: the other loss is infinite and its slope not a number',
    (precision, expected, slack) => {
      const naive = at(precision, 'probability');
      const infinite = last(precision, expected - 2, expected + 2, (l) => naive(l).nonSaturating === Infinity);
      expect(Math.abs(infinite - expected)).toBeLessThan(slack);
      expect(naive(infinite).nonSaturatingSlope).toBeNaN();
      expect(naive(infinite).saturatingSlope).toBe(-0);
      const logit = at(precision, 'logit')(infinite);
      expect(logit.nonSaturating).toBe(-infinite);
      expect(logit.nonSaturatingSlope).toBe(-1);
      expect(logit.saturatingSlope).toBeLessThan(0);
    },
  );

  test.each<[Precision, number, number]>([
    ['float32', -150 * ln2, 0.001],
    ['float16', -25 * ln2, 0.02],
  ])('in %s σ(l) itself, computed on the logit, is 0 only from l = %d downwards', (precision, expected, slack) => {
    const stable = at(precision, 'logit');
    const zero = last(precision, expected - 2, expected + 2, (l) => stable(l).saturatingSlope === 0);
    expect(Math.abs(zero - expected)).toBeLessThan(slack);
  });

  test.each<[Precision, number, number]>([
    ['float32', 24 * ln2, 0.001],
    ['float16', 11 * ln2, 0.01],
  ])(
    'in %s log(1 − σ(l)) is −∞ from l = %d upwards, with a slope that is not a number',
    (precision, expected, slack) => {
      const naive = at(precision, 'probability');
      const finite = last(precision, expected - 2, expected + 2, (l) => naive(l).saturating > -Infinity);
      expect(Math.abs(finite - expected)).toBeLessThan(slack);
      expect(naive(finite + 0.1).saturatingSlope).toBeNaN();
      expect(at(precision, 'logit')(finite + 0.25).saturatingSlope).toBe(-1);
    },
  );
});

test('where nothing overflows, every format agrees with the exact values as far as its digits go', () => {
  const names: (keyof Computed)[] = ['saturating', 'nonSaturating', 'saturatingSlope', 'nonSaturatingSlope'];
  const spacings: [Precision, number][] = [
    ['float64', 2 ** -53],
    ['float32', 2 ** -24],
    ['float16', 2 ** -11],
  ];
  for (const [precision, spacing] of spacings)
    for (const form of ['probability', 'logit'] as const)
      for (const l of [-2, -1, -0.5, 0, 0.5, 1, 2]) {
        const sigma = 1 / (1 + Math.exp(-l));
        const exact: Computed = {
          saturating: Math.log(1 - sigma),
          nonSaturating: -Math.log(sigma),
          saturatingSlope: -sigma,
          nonSaturatingSlope: -(1 - sigma),
        };
        const found = computed(l, precision, form);
        for (const name of names) expect(Math.abs(found[name] / exact[name] - 1)).toBeLessThan(16 * spacing);
      }
});
