// Claims are judged at the steps that they name, and by nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/vocabulary/claim.ts';
import type { DemoInput } from '../../src/vocabulary/demo.ts';
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';
import type { Measurement } from '../../src/vocabulary/frame.ts';
import { judge, judgeAll, type Judgement } from '../../src/vocabulary/judging.ts';
import { experimentOf, metricsOf } from '../../src/vocabulary/variants.ts';

const measured = (...values: [step: number, value: number | undefined][]): Measurement[] =>
  values.map(([step, value]) => ({ step, values: value === undefined ? {} : { wasserstein1: value } }));
const says = 'the generator arrives at the data';
const low = (at: number): Claim => ({ says, metric: 'wasserstein1', atMost: 0.5, at });
const stuck = (at: number): Claim => ({ says, metric: 'wasserstein1', atLeast: 5, at });
const reaches = (by: number): Claim => ({ says, metric: 'wasserstein1', atLeast: 5, by });

test.each<[string, Claim, Measurement[], string]>([
  ['open before anything is measured', low(100), [], 'open'],
  ['open before its step', low(100), measured([0, 0.1], [50, 0.1]), 'open'],
  ['holds at its step', low(100), measured([0, 9], [100, 0.5]), 'holds'],
  ['broken at its step, though it held before', low(100), measured([50, 0.1], [100, 0.51]), 'broken'],
  ['stays as it was at its step', low(100), measured([100, 0.1], [150, 9]), 'holds'],
  ['broken when its step was passed unmeasured', low(100), measured([50, 0.1], [150, 0.1]), 'broken'],
  ['atLeast holds on the bound', stuck(100), measured([100, 5]), 'holds'],
  ['atLeast breaks below it', stuck(100), measured([100, 4.99]), 'broken'],
  ['a missing value keeps no bound', low(100), measured([100, undefined]), 'broken'],
  ['what is not a number keeps no bound from above', low(100), measured([100, Number.NaN]), 'broken'],
  ['nor from below', stuck(100), measured([100, Number.NaN]), 'broken'],
])('at: %s', (_, claim, measurements, verdict) => {
  expect(judge(claim, measurements).verdict).toBe(verdict);
});

test.each<[string, Claim, Measurement[], string]>([
  ['open while there is time', reaches(100), measured([0, 0], [50, 4]), 'open'],
  ['holds once reached, whatever comes after', reaches(100), measured([50, 5], [100, 0], [150, 0]), 'holds'],
  ['holds when reached at its very step', reaches(100), measured([0, 0], [100, 5]), 'holds'],
  ['reached too late is broken', reaches(100), measured([50, 4], [100, 4], [150, 9]), 'broken'],
  ['broken past its step', reaches(100), measured([50, 4], [150, 9]), 'broken'],
  ['a missing value is not reaching', reaches(100), measured([50, undefined], [100, undefined]), 'broken'],
])('by: %s', (_, claim, measurements, verdict) => {
  expect(judge(claim, measurements).verdict).toBe(verdict);
});

test('says which measurement decided, and while it is open the newest', () => {
  expect(judge(low(100), [])).toEqual({ verdict: 'open', step: undefined, value: undefined });
  expect(judge(low(100), measured([0, 9], [50, 0.1]))).toEqual({ verdict: 'open', step: 50, value: 0.1 });
  expect(judge(low(100), measured([50, 0.1], [150, 0.2], [200, 9]))).toEqual({
    verdict: 'broken',
    step: 150,
    value: 0.2,
  });
  expect(judge(reaches(100), measured([0, 1], [50, 6], [100, 7]))).toEqual({ verdict: 'holds', step: 50, value: 6 });
});

test('judged part by part as measurements come, a claim ends as if all were judged at once', () => {
  const claims = [low(100), stuck(100), reaches(100), low(0), reaches(0)];
  const value = fc.option(fc.double({ min: 0, max: 10 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 8 }), fc.nat(8), fc.nat(8), (values, one, other) => {
      const all = measured(...values.map((each, i): [number, number | undefined] => [25 * i, each]));
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const parts = [all.slice(0, from), all.slice(from, to), all.slice(to)];
      const inParts = parts.reduce<Judgement[]>((before, part) => judgeAll(claims, part, before), []);
      expect(inParts).toEqual(claims.map((claim) => judge(claim, all)));
    }),
  );
});

const adam = { kind: 'adam', rate: 1e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 } as const;
const network: DemoInput['experiment']['generator'] = { kind: 'mlp', widths: [8], activation: 'tanh' };
const demo = defineDemo({
  title: 'Two variants',
  caption: 'Of one experiment.',
  experiment: {
    seed: 3,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 2,
    generator: network,
    discriminator: network,
    objective: 'saturating',
    optimisers: { generator: adam, discriminator: adam },
    batch: 16,
  },
  variants: {
    saturating: { label: 'Saturating', change: {}, claims: [low(100)] },
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating', batch: undefined },
      claims: [{ says, metric: 'gradientRatio', atLeast: 1, by: 50 }],
    },
  },
  initial: 'saturating',
  shows: ['samples'],
  every: 50,
  length: 200,
});

test('a variant changes only what it names, and the seed may be another', () => {
  expect(experimentOf(demo, 'saturating')).toEqual(demo.experiment);
  expect(experimentOf(demo, 'nonSaturating', 9)).toEqual({ ...demo.experiment, objective: 'nonSaturating', seed: 9 });
  expect(() => experimentOf(demo, 'hinge')).toThrow(
    '"Two variants" has no variant "hinge". Known: saturating, nonSaturating',
  );
});

test('the metrics of a demo are those of all its claims and of its views', () => {
  expect(metricsOf(demo)).toEqual(['wasserstein1', 'gradientRatio']);
  expect(metricsOf({ ...demo, shows: ['gradients'] })).toEqual([
    'wasserstein1',
    'gradientRatio',
    'saturatingGradient',
    'nonSaturatingGradient',
  ]);
});
