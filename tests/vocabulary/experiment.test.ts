// The schema: it fills in what may be left out, and refuses what cannot be, with the path to the field.
import { expect, test } from 'vitest';
import { claimSchema } from '../../src/vocabulary/claim.ts';
import { dataSchema } from '../../src/vocabulary/data.ts';
import type { DemoInput } from '../../src/vocabulary/demo.ts';
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';
import { experimentSchema } from '../../src/vocabulary/experiment.ts';
import { metricNames } from '../../src/vocabulary/metrics.ts';
import { objectiveNames } from '../../src/vocabulary/objectives.ts';

const adam = { kind: 'adam', rate: 1e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 } as const;
const network: DemoInput['experiment']['generator'] = { kind: 'mlp', widths: [32, 32], activation: 'tanh' };
const experiment: DemoInput['experiment'] = {
  seed: 1,
  data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
  latent: 2,
  generator: network,
  discriminator: network,
  objective: 'nonSaturating',
  optimisers: { generator: adam, discriminator: adam },
  batch: 128,
};
const demo = (): DemoInput => ({
  title: 'Ring of eight',
  caption: 'All eight modes are found.',
  experiment,
  variants: {
    only: {
      label: 'Non-saturating',
      change: {},
      claims: [{ says: 'all eight modes are covered', metric: 'modesCovered', atLeast: 8, by: 1000 }],
    },
  },
  initial: 'only',
  shows: ['samples'],
  every: 50,
  length: 2000,
});

test('what may be left out is filled in', () => {
  const filled = experimentSchema.parse(experiment);
  expect(filled).toMatchObject({
    realLabel: 1,
    penalties: [],
    average: 0,
    generator: { gain: 1, biasSpread: 0, shift: 0 },
    schedule: { warmup: 0, discriminatorSteps: 1, generatorSteps: 1, order: 'discriminatorFirst' },
  });
  expect(experimentSchema.parse(filled)).toEqual(filled);
  expect(experimentSchema.parse(JSON.parse(JSON.stringify(filled)))).toEqual(filled);
});

/** The input with the field at a dotted path replaced; a field that is not there yet is added. */
function replaced(input: unknown, path: string, value: unknown): unknown {
  // Through JSON, not structuredClone: that keeps two players that share one network as one object.
  const copy: unknown = JSON.parse(JSON.stringify(input));
  const keys = path.split('.');
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  at[keys.at(-1) ?? ''] = value;
  return copy;
}

const pathsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  (result.error?.issues ?? []).map(({ path }) => path.join('.'));

test.each<[string, unknown, string?]>([
  ['optimisers.generator.rate', -1e-3],
  ['optimisers.generator.rate', 0],
  ['optimisers.discriminator.rate', Number.NaN],
  ['optimisers.discriminator.rate', Infinity],
  ['optimisers.generator.beta2', 1],
  ['optimisers.generator.epsilon', 0],
  ['optimisers.generator.kind', 'rmsprop'],
  ['generator.widths.0', 0],
  ['generator.widths.1', 2.5],
  ['generator.widths', []],
  ['generator.widths.0', 1000],
  ['generator.activation', 'gelu'],
  ['generator.kind', 'transformer'],
  ['discriminator.gain', Number.NaN],
  ['batch', 1_000_000],
  ['batch', 0],
  ['batch', 12.5],
  ['seed', -1],
  ['seed', 2 ** 32],
  ['seed', '7'],
  ['latent', 0],
  ['average', 1],
  ['data.sd', 0],
  ['data.sd', Number.NaN],
  ['data.radius', -1],
  ['data.modes', 0],
  ['data.kind', 'torus'],
  ['objective', 'perceptual'],
  ['realLabel', 0.3],
  ['realLabel', 1.1],
  ['instanceNoise.sd', -0.1],
  ['schedule.discriminatorSteps', -1],
  ['schedule.discriminatorSteps', 1.5],
  ['schedule.order', 'whenever'],
  ['schedule.warmup', 1e9],
  ['schedule.decay', { from: 100, until: 100, to: 0 }, 'schedule.decay.until'],
  ['penalties.0', { kind: 'r1', weight: -1 }, 'penalties.0.weight'],
  ['penalties.0', { kind: 'spectral', weight: 1 }, 'penalties.0.kind'],
  ['penalties.0', { kind: 'weightClipping', limit: 0 }, 'penalties.0.limit'],
])('refused with its path: %s = %o', (path, value, reported = path) => {
  const base = path.startsWith('penalties') ? { ...experiment, penalties: [] } : experiment;
  expect(pathsOf(experimentSchema.safeParse(replaced(base, path, value)))).toEqual([reported]);
});

test('a field that does not exist is refused by its name', () => {
  const result = experimentSchema.safeParse({ ...experiment, learningRate: 0.1 });
  expect(result.error?.issues[0]?.message).toContain('learningRate');
  const inside = experimentSchema.safeParse(replaced(experiment, 'generator.depth', 3));
  expect(pathsOf(inside)).toEqual(['generator']);
  expect(inside.error?.issues[0]?.message).toContain('depth');
});

test('all faults are told at once', () => {
  const bad = replaced(replaced(experiment, 'batch', 0), 'latent', -2);
  expect(pathsOf(experimentSchema.safeParse(bad)).sort()).toEqual(['batch', 'latent']);
});

test('points that are not pairs of numbers are refused', () => {
  for (const points of [[], [[1]], [[1, 2, 3]], [[1, Number.NaN]], [['1', 2]]]) {
    expect(dataSchema.safeParse({ kind: 'points', points, sd: 0.1 }).success).toBe(false);
  }
});

const claim = { says: 'the generator arrives', metric: 'wasserstein1' };
test.each<[object, string, RegExp]>([
  [{ atMost: 1, by: 100 }, 'by', /untrained network/],
  [{ atMost: 1, atLeast: 0, at: 100 }, 'atLeast', /exactly one bound/],
  [{ at: 100 }, 'atLeast', /exactly one bound/],
  [{ atLeast: 1 }, 'at', /exactly one time/],
  [{ atLeast: 1, at: 1, by: 1 }, 'at', /exactly one time/],
  [{ atLeast: Number.NaN, at: 1 }, 'atLeast', /NaN/],
  [{ atLeast: 1, at: -5 }, 'at', /too small/i],
  [{ atLeast: 1, at: 5, metric: 'beauty' }, 'metric', /wasserstein1/],
])('a claim with %o is refused at `%s`', (bounds, path, message) => {
  const result = claimSchema.safeParse({ ...claim, ...bounds });
  expect(pathsOf(result)).toEqual([path]);
  expect(result.error?.issues[0]?.message).toMatch(message);
});

test.each([
  { atMost: 1, at: 100 },
  { atLeast: 1, at: 100 },
  { atLeast: 1, by: 100 },
])('a claim with %o is accepted', (bounds) => {
  expect(claimSchema.safeParse({ ...claim, ...bounds }).success).toBe(true);
});

test('a demo is checked as a whole', () => {
  expect(defineDemo(demo())).toMatchObject({ choice: 'Generator objective', long: false });
});

test.each<[string, unknown, string, RegExp]>([
  ['initial', 'other', 'initial', /names no variant: "other". Known: only/],
  ['compare', ['only', 'other'], 'compare.1', /names no variant: "other"/],
  ['every', 30, 'variants.only.claims.0.by', /step 1000 is never measured.*30/],
  ['length', 500, 'variants.only.claims.0.by', /step 1000 is never reached.*500/],
  ['variants.only.claims', [], 'variants.only.claims', /too small/i],
  ['variants.only.change.optimisers', { generator: adam }, 'variants.only.change.optimisers.discriminator', /./],
  ['variants.only.change.seed', 4, 'variants.only.change', /seed/],
  ['shows', ['hologram'], 'shows.0', /samples/],
  ['experiment.batch', -1, 'experiment.batch', /too small/i],
])('a demo with a wrong %s is refused there', (path, value, reported, message) => {
  let caught: unknown;
  try {
    defineDemo(replaced(demo(), path, value) as DemoInput);
  } catch (error) {
    caught = error;
  }
  const { issues } = caught as { issues: { path: PropertyKey[]; message: string }[] };
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([reported]);
  expect(issues[0]?.message).toMatch(message);
});

test('every objective and every metric is a name that the schema takes', () => {
  for (const objective of objectiveNames)
    expect(experimentSchema.safeParse({ ...experiment, objective }).success).toBe(true);
  for (const metric of metricNames)
    expect(claimSchema.safeParse({ ...claim, metric, atLeast: 1, at: 1 }).success).toBe(true);
});
