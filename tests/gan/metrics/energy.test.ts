// The energy distance against closed forms.
import { expect, test } from 'vitest';
import { energyDistance } from '../../../src/gan/metrics/energy.ts';
import { normalCdf, normalDensity } from '../../../src/gan/theory/normal.ts';
import { stream } from '../../../src/gan/random.ts';

test('two samples of two points each, by hand', () => {
  const [a, b] = [Float32Array.of(0, 1), Float32Array.of(2, 4)];
  // 2 · mean of 2, 4, 1, 3 − 1 − 2
  expect(energyDistance(a, b, 1)).toBeCloseTo(2, 6);
  const [c, d] = [Float32Array.of(0, 0, 3, 4), Float32Array.of(3, 4, 0, 0)];
  expect(energyDistance(c, d, 2)).toBeCloseTo(2 * 2.5 - 5 - 5, 6);
});

test('N(0, 1) and N(1, 1): 2 E|N(1, 2)| − 2 · 2/√π', () => {
  const [n, rounds] = [1000, 20];
  const draws = stream(6, 'evaluation');
  const draw = (mean: number) => Float32Array.from({ length: n }, () => mean + draws.normal());
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += energyDistance(draw(0), draw(1), 1);
  const s = Math.SQRT2;
  const folded = 2 * s * normalDensity(1 / s) + (2 * normalCdf(1 / s) - 1);
  expect(Math.abs(sum / rounds - (2 * folded - 4 / Math.sqrt(Math.PI)))).toBeLessThan(0.02);
});

test('two samples of one distribution score 0 on average, to either side', () => {
  const draws = stream(7, 'evaluation');
  const draw = () => Float32Array.from({ length: 400 }, () => draws.normal());
  const scores = Array.from({ length: 60 }, () => energyDistance(draw(), draw(), 2));
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - average) ** 2, 0) / scores.length);
  expect(Math.abs(average)).toBeLessThan((4 * spread) / Math.sqrt(scores.length));
  expect(Math.min(...scores)).toBeLessThan(0);
  expect(Math.max(...scores)).toBeGreaterThan(0);
});
