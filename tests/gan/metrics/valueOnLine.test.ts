// The game's value by quadrature against closed forms: Goodfellow et al. 2014, Theorem 1, and the known divergence of two normals.
import { expect, test } from 'vitest';
import { gameValue, optimalGameValue } from '../../../src/gan/metrics/gameValue.ts';
import { regularGrid } from '../../../src/gan/observing/regularGrid.ts';
import { jensenShannonOnLine, normalOnLine } from '../../oracles/normals.ts';

const p = normalOnLine({ mean: 0, sd: 1 });

function onGrid(mean: number, sd: number, logit: (x: number) => number) {
  const q = normalOnLine({ mean, sd });
  const points = regularGrid(Math.min(p.from, q.from), Math.max(p.to, q.to), 1025);
  return {
    logits: points.map(logit),
    dataDensity: points.map((x) => p.at(x)),
    generatorDensity: points.map((x) => q.at(x)),
    width: (points[1] ?? 0) - (points[0] ?? 0),
  };
}

test('an undecided D has the value −log 4, whatever G does', () => {
  for (const [mean, sd] of [
    [0, 1],
    [-3, 0.2],
  ] as const)
    expect(gameValue(onGrid(mean, sd, () => 0))).toBeCloseTo(-Math.log(4), 5);
});

test('N(0, 1) against N(−1, 1): D* has the logit x + ½, and its value is 2 · 0.111421 − log 4', () => {
  const grid = onGrid(-1, 1, (x) => x + 0.5);
  expect(optimalGameValue(grid)).toBeCloseTo(2 * 0.111421 - Math.log(4), 5);
  expect(gameValue(grid)).toBeCloseTo(optimalGameValue(grid), 6);
});

test('the optimal value is 2 JSD − log 4 for other normals too, and no D has more', () => {
  const grid = onGrid(2, 0.5, (x) => 1 - x);
  const jsd = jensenShannonOnLine(p, normalOnLine({ mean: 2, sd: 0.5 }));
  expect(optimalGameValue(grid)).toBeCloseTo(2 * jsd - Math.log(4), 4);
  expect(gameValue(grid)).toBeLessThan(optimalGameValue(grid));
});

test('a logit of any size has a finite value', () => {
  expect(gameValue(onGrid(-1, 1, () => 1e4))).toBeCloseTo(-1e4, -1);
});
