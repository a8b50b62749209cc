// The vocabulary: what an experiment, a claim and a demo are, and the schema that refuses a bad one.
// It imports no TensorFlow: the build, the page, the worker, the tests and every demo file load it as it is.
import * as z from 'zod';
import {
  activationSchema,
  count,
  dataSchema,
  momentum,
  networkSchema,
  objectiveNames,
  optimiserSchema,
  penaltySchema,
  positive,
  scheduleSchema,
} from './ingredients.ts';
import { experimentOf } from './claims.ts';
import { metricNames } from './metrics.ts';
import { misfits } from './sliderFit.ts';

export {
  metricNames,
  activationSchema,
  dataSchema,
  networkSchema,
  objectiveNames,
  optimiserSchema,
  penaltySchema,
  scheduleSchema,
};
export type { Activation, Data, Network, ObjectiveName, Optimiser, Penalty, Schedule } from './ingredients.ts';

const experimentFields = {
  data: dataSchema,
  latent: count(64),
  generator: networkSchema,
  discriminator: networkSchema,
  objective: z.enum(objectiveNames),
  /** One-sided label smoothing (Salimans et al. 2016): the label that real data gets, 1 for none. */
  realLabel: z.number().gt(0.5).max(1),
  /** Instance noise (Sønderby et al. 2016): N(0, sd²) added to all that D sees, fading linearly to 0 at step `until`. */
  instanceNoise: z.strictObject({ sd: positive, until: z.int().positive().optional() }).optional(),
  penalties: z.array(penaltySchema).max(5),
  optimisers: z.strictObject({ generator: optimiserSchema, discriminator: optimiserSchema }),
  schedule: scheduleSchema,
  batch: count(4096),
  /**
   * How D's loss is put together: from one batch that holds real and generated samples with their labels, or as two means over
   * two batches, added. The loss is the same.
   */
  halves: z.enum(['together', 'apart']),
  /** Decay of the exponential moving average of G's weights on which metrics are measured; 0 measures G itself. */
  average: momentum,
};

/** All that determines a training run. The same experiment on the same backend gives the same bits. */
export const experimentSchema = z.strictObject({
  ...experimentFields,
  seed: z.int().nonnegative().max(0xffff_ffff),
  realLabel: experimentFields.realLabel.default(1),
  penalties: experimentFields.penalties.default([]),
  schedule: experimentFields.schedule.prefault({}),
  average: experimentFields.average.default(0),
  halves: experimentFields.halves.default('together'),
});

/** What the article says a run shows: a metric, one bound, and when it is judged. */
export const claimSchema = z
  .strictObject({
    says: z.string().min(10).max(240),
    metric: z.enum(metricNames),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** Judged at every measurement up to this step: it is enough to reach the bound once. */
    by: z.int().nonnegative().max(1e6).optional(),
    /** Judged at this step alone. */
    at: z.int().nonnegative().max(1e6).optional(),
  })
  .refine((claim) => (claim.atLeast === undefined) !== (claim.atMost === undefined), {
    error: 'a claim needs exactly one bound: `atLeast` or `atMost`',
    path: ['atLeast'],
  })
  .refine((claim) => (claim.by === undefined) !== (claim.at === undefined), {
    error: 'a claim needs exactly one time: `by` or `at`',
    path: ['at'],
  })
  .refine((claim) => claim.atMost === undefined || claim.by === undefined, {
    error: '`atMost` with `by` would hold on an untrained network: use `at`',
    path: ['by'],
  });

/**
 * What a figure shows: `samples` with D's field (for drawings, a sheet of them); `bars`, each sample's own term of D's loss, on the line;
 * norms of G's `gradients`; `losses`; `scores`, D(x) and D(G(z)) over steps; `value`, V(D, G) beside V(D*, G); `metric`, what the first claim of
 * each variant measures, with its bound and noise floor; `phase`, the Dirac-GAN's (θ, ψ).
 */
export const viewNames = ['samples', 'bars', 'gradients', 'losses', 'scores', 'value', 'metric', 'phase'] as const;

/** What a slider moves. `stepSize` is the learning rate of both players; `penaltyWeight` that of the first penalty. */
export const sliderNames = [
  'discriminatorSteps',
  'generatorSteps',
  'discriminatorRate',
  'generatorRate',
  'stepSize',
  'penaltyWeight',
  'generatedMean',
  'generatedSd',
] as const;

/** A number of the experiment that the reader may move between two bounds; it starts where the variant has it. */
export const sliderSchema = z
  .strictObject({ of: z.enum(sliderNames), from: z.number(), to: z.number(), step: z.number().positive() })
  .refine((slider) => slider.to > slider.from, { error: '`to` must be greater than `from`', path: ['to'] });

/** One choice that a reader may toggle: what it changes in the experiment, and what is then claimed. */
export const variantSchema = z.strictObject({
  label: z.string().min(1).max(60),
  change: z.strictObject(experimentFields).partial(),
  claims: z.array(claimSchema).min(1).max(5),
});

const inputSchema = z.strictObject({
  title: z.string().min(1).max(80),
  caption: z.string().min(1).max(600),
  experiment: experimentSchema,
  variants: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), variantSchema),
  /** The variant shown first. */
  initial: z.string(),
  /** Two variants that may be shown side by side from the same start. */
  compare: z.tuple([z.string(), z.string()]).optional(),
  /** What the reader chooses between: the accessible name of the radio group. */
  choice: z.string().default('Generator objective'),
  shows: z.array(z.enum(viewNames)).min(1),
  /** Whether generated samples carry arrows: where the chosen objective pushes each of them, and how hard. */
  arrows: z.boolean().default(false),
  sliders: z.array(sliderSchema).max(4).default([]),
  /** Whether the reader may also move one player at a time. */
  moves: z.boolean().default(false),
  /** Metrics are measured at step 0 and at every multiple of this. */
  every: count(1000),
  /** Training pauses by itself at this step. */
  length: count(100_000),
  /** A long demo is checked on the CPU backend alone. */
  long: z.boolean().default(false),
});

export const demoSchema = inputSchema.check((context) => {
  const { variants, initial, compare, every, length, sliders } = context.value;
  const refuse = (path: (string | number)[], message: string) =>
    context.issues.push({ code: 'custom', path, message, input: context.value });
  const known = Object.keys(variants).join(', ');
  if (!(initial in variants)) refuse(['initial'], `names no variant: "${initial}". Known: ${known}`);
  compare?.forEach((name, i) => {
    if (!(name in variants)) refuse(['compare', i], `names no variant: "${name}". Known: ${known}`);
  });
  for (const [name, variant] of Object.entries(variants)) {
    variant.claims.forEach((claim, i) => {
      const step = claim.at ?? claim.by ?? 0;
      const field = claim.at === undefined ? 'by' : 'at';
      const path = ['variants', name, 'claims', i, field];
      if (step % every !== 0) refuse(path, `step ${step} is never measured: it is no multiple of \`every\` (${every})`);
      if (step > length) refuse(path, `step ${step} is never reached: the run ends at \`length\` (${length})`);
    });
  }
  const experiments = Object.keys(variants).map((name): [string, Experiment] => [
    name,
    experimentOf(context.value, name),
  ]);
  const allowed = (experiment: Experiment) => experimentSchema.safeParse(experiment).success;
  sliders.forEach((slider, i) => {
    if (sliders.findIndex(({ of }) => of === slider.of) < i) refuse(['sliders', i, 'of'], 'stands here twice');
    for (const { field, message } of misfits(slider, experiments, allowed)) refuse(['sliders', i, field], message);
  });
});

export type Experiment = z.infer<typeof experimentSchema>;
export type Metric = (typeof metricNames)[number];
export type Claim = z.infer<typeof claimSchema>;
export type Slider = z.infer<typeof sliderSchema>;
export type View = (typeof viewNames)[number];
export type Variant = z.infer<typeof variantSchema>;
export type Demo = z.infer<typeof demoSchema>;
export type DemoInput = z.input<typeof demoSchema>;

/**
 * Checks a demo and fills in defaults.
 * @throws ZodError that lists every fault with the path to its field.
 */
export const defineDemo = (input: DemoInput): Demo => demoSchema.parse(input);
