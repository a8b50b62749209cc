// The logistic function and its integral, from end to end.
import { expect, test } from 'vitest';
import { sigmoid, softplus } from '../../src/vocabulary/logistic.ts';

test('sigmoid and softplus hold from end to end', () => {
  expect([sigmoid(0), sigmoid(-800), sigmoid(800)]).toEqual([0.5, 0, 1]);
  expect(sigmoid(-50) / Math.exp(-50)).toBeCloseTo(1, 12);
  expect([softplus(0), softplus(-800), softplus(800)]).toEqual([Math.LN2, 0, 800]);
  expect(softplus(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
  for (const l of [-30, -2, 0.1, 7]) {
    expect(softplus(l) - softplus(-l)).toBeCloseTo(l, 12);
    expect((softplus(l + 1e-5) - softplus(l - 1e-5)) / 2e-5).toBeCloseTo(sigmoid(l), 8);
  }
});
