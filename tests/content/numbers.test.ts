// Numbers that the articles and the claims print without a recorded run behind them: each is computed here, and must be what stands there.
import { sigmoid } from '../../src/vocabulary/logistic.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import diracGan from '../../content/demos/dirac-gan.ts';
import drawnCats from '../../content/demos/drawn-cats.ts';
import { distribution } from '../../src/gan/data/distributions.ts';
import { stream } from '../../src/gan/random.ts';
import { nearestData } from '../../src/gan/metrics/nearest.ts';
import { noiseFloor } from '../../src/gan/metrics/noiseFloor.ts';
import type { DiracGame, State } from '../../src/gan/theory/dirac.ts';
import { normalDensity } from '../../src/gan/theory/normal.ts';
import { integrate } from '../../src/gan/theory/quadrature.ts';
import { diracStep } from '../oracles/diracStep.ts';

const article = (slug: string) => readFileSync(`content/articles/en/${slug}.mdx`, 'utf8');

/** The article says it in these words. */
const says = (slug: string, ...words: string[]) => {
  for (const each of words) expect(article(slug)).toContain(each);
};

/** ∫ over the whole line, for densities of standard deviation 1 between −2 and 10. */
const over = (f: (x: number) => number) => integrate(f, -14, 22, 20_000);
const at = (x: number, mean: number) => normalDensity(x - mean);

test('article 1: what a real sample pays the best discriminator of the figure, with the log inside and outside', () => {
  const score = (x: number) => sigmoid(2 * x);
  expect(over((x) => at(x, 1) * -Math.log(score(x)))).toBeCloseTo(0.356, 3);
  expect(-Math.log(over((x) => at(x, 1) * score(x)))).toBeCloseTo(0.255, 3);
  says('one-loss-two-distributions', 'a real sample pays 0.356 on average', 'would be 0.255');
});

test('article 4: the push of both losses against the optimal discriminator, at a distance of 8', () => {
  const d = 8;
  const best = (x: number) => sigmoid((d * d) / 2 - d * x);
  const minimax = over((x) => at(x, d) * best(x) * d);
  expect(minimax).toBeCloseTo(0.00039, 5);
  expect(minimax).toBeLessThan((d / 2) * Math.exp(-(d * d) / 8));
  expect(over((x) => at(x, d) * (1 - best(x)) * d)).toBeCloseTo(8, 1);
  says('why-the-two-take-turns', 'at a distance of 8 it is 0.00039', 'its push is 8.0');
});

test('article 5: the table of slopes', () => {
  const rows = [
    ...article('why-the-generator-stalls').matchAll(/^\| (−?\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d,]+) \|$/gm),
  ];
  expect(rows.length).toBe(5);
  const shown = (value: number, like: string) => value.toFixed(like.split('.')[1]?.length ?? 0);
  for (const [, logit = '', saturating = '', other = '', ratio = ''] of rows) {
    const l = Number(logit.replace('−', '-'));
    expect(shown(sigmoid(l), saturating)).toBe(saturating);
    expect(shown(1 - sigmoid(l), other)).toBe(other);
    expect(Math.round(Math.exp(-l)).toLocaleString('en')).toBe(ratio);
  }
});

test('article 5: one float32 slope, and a loss multiplied by 1,000', () => {
  expect(sigmoid(-17) * 1e8).toBeCloseTo(4, 0);
  expect(-1000 * sigmoid(-8)).toBeCloseTo(-0.34, 2);
  expect(-1000 * sigmoid(0)).toBe(-500);
  says('why-the-generator-stalls', 'about $4 \\cdot 10^{-8}$', 'about $-0.34$', 'the slope is $-500$');
});

test('article 6: what both players pay for one sample', () => {
  const both = (D: number) => -Math.log(D * (1 - D));
  expect(both(0.01)).toBeCloseTo(4.6, 1);
  expect(both(0.5)).toBeCloseTo(Math.log(4), 12);
  says('the-non-saturating-loss', 'which is 4.6 at $D = 0.01$');
});

test('article 7: the scores beside which the claim about the drawn cats is read', () => {
  const { data } = drawnCats.experiment;
  const cats = distribution(data);
  const draws = stream(1, 'average cat');
  const count = 4000;
  const many = cats.sample(count, draws);
  const average = Float32Array.from({ length: cats.dimension }, (_, pixel) => {
    let sum = 0;
    for (let drawing = 0; drawing < count; drawing += 1) sum += many[drawing * cats.dimension + pixel] ?? NaN;
    return sum / count;
  });
  const scores = Array.from({ length: 40 }, () => nearestData(cats.sample(400, draws), average, cats.dimension));
  expect(drawnCats.variants.gan?.claims[0]?.says).toContain('drawings score 0.25 and the average of all cats 0.42');
  expect(scores.reduce((sum, score) => sum + score) / scores.length).toBeCloseTo(0.42, 2);
  expect(noiseFloor('nearestData', data, { repeats: 10 })?.mean).toBeCloseTo(0.25, 2);
});

test('article 8 and the claims on the line: perfect samples of a normal density score 0.02', () => {
  const distributionOf = (x: number) => integrate(normalDensity, -9, x, 400);
  const root = (x: number) => Math.sqrt(Math.max(0, distributionOf(x) * (1 - distributionOf(x))));
  const c = Math.sqrt(2 / Math.PI) * integrate(root, -8, 8, 800);
  expect(c).toBeCloseTo(1.29, 2);
  expect(c / Math.sqrt(4096)).toBeCloseTo(0.02, 3);
  expect(noiseFloor('wasserstein1', { kind: 'gaussian', mean: 0, sd: 1 })?.mean).toBeCloseTo(0.02, 2);
  says('does-it-converge', '$c = 1.29$', 'this is 0.020');
});

test('article 8: the non-saturating game in turns, after many steps', () => {
  const rate = { kind: 'sgd', rate: 0.2 } as const;
  const game: DiracGame = {
    objective: 'nonSaturating',
    penalties: [],
    schedule: { warmup: 0, discriminatorSteps: 1, generatorSteps: 1, order: 'discriminatorFirst' },
    optimisers: { generator: rate, discriminator: rate },
  };
  let state: State = [0.3, 0];
  const seen = new Map<number, number>();
  for (let n = 1; n <= 100_000; n += 1) {
    state = diracStep(game, state);
    seen.set(n, Math.hypot(...state));
  }
  for (const [n, printed] of [
    [2000, 0.131],
    [10_000, 0.062],
    [100_000, 0.02],
  ] as const) {
    expect(seen.get(n)).toBeCloseTo(printed, 3);
    expect(Math.abs(Math.sqrt(8 / (0.2 * n)) / printed - 1)).toBeLessThan(0.1);
  }
  const predicted = (n: number) => 1 / Math.sqrt(1 / 0.3 ** 2 + (0.2 * n) / 8);
  expect(predicted(600)).toBeCloseTo(0.196, 3);
  says('does-it-converge', 'After 2,000, 10,000 and 100,000 it would be at 0.131, 0.062 and 0.020.');
});

test('article 4: the values of the two-sample game in both orders', () => {
  expect(-Math.log(4)).toBeCloseTo(-1.386, 3);
  expect(Math.log(1 / 3) / 2 + Math.log(2 / 3)).toBeCloseTo(-0.955, 3);
  says('why-the-two-take-turns', '$-1.386$ against $-0.955$');
});

test('the bounds of the claims about the Dirac-GAN are as far from its formulas as they say', () => {
  const bounds = (variant: string) =>
    (diracGan.variants[variant]?.claims ?? []).map((c) => c.atLeast ?? c.atMost ?? NaN);
  const around = (value: number, share: number) => [value * (1 - share), value * (1 + share)];
  for (const [variant, formula, share] of [
    ['simultaneous', 0.3 * growth(0.2) ** 200, 0.01],
    ['alternating', 0.3, 0.01],
    ['nonSaturating', Math.sqrt(2 * 0.2), 0.02],
    ['gradientPenalty', 2 * 1.5 * 0.3, 0.01],
  ] as const) {
    const [low = NaN, high = NaN] = around(formula, share);
    const [atLeast = NaN, atMost = NaN] = bounds(variant);
    expect(atLeast, variant).toBeCloseTo(low, 2);
    expect(atMost, variant).toBeCloseTo(high, 2);
  }
});

const growth = (h: number) => Math.sqrt(1 + h ** 2 / 4);

test('article 8: growth, circle and friction at h = 0.2', () => {
  expect(growth(0.2)).toBeCloseTo(1.00499, 5);
  expect(Math.sqrt(2 * 0.2)).toBeCloseTo(0.632, 3);
  const size = Math.sqrt(1 - 0.2 * 0.25 + 0.2 ** 2 / 4);
  expect(size ** 2).toBeCloseTo(0.96, 12);
  expect(size).toBeCloseTo(0.98, 3);
  expect(0.3 * size ** 100).toBeCloseTo(0.039, 3);
  says('does-it-converge', 'gives 0.96, hence a factor of 0.980 a step, and about 0.039', '0.632 for $h = 0.2$');
});
