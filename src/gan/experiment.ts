// The vocabulary: what an experiment, a claim and a demo are, and the schema that refuses a bad one.
// It imports no TensorFlow: the build, the page, the worker, the tests and every demo file load it as it is.
import * as z from 'zod';

const positive = z.number().positive().max(1e6);
const nonNegative = z.number().nonnegative().max(1e6);
const coordinate = z.number().min(-100).max(100);
const count = (most: number) => z.int().positive().max(most);
const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });

/** The data distribution p. Lengths are in data units; `sd` is a standard deviation per coordinate. */
export const dataSchema = z.discriminatedUnion('kind', [
  kind('gaussian', { mean: coordinate, sd: positive }),
  kind('mixture', {
    components: z
      .array(z.strictObject({ weight: positive, mean: coordinate, sd: positive }))
      .min(1)
      .max(16),
  }),
  kind('ring', { modes: count(64), radius: positive, sd: positive }),
  kind('grid', { side: count(10), spacing: positive, sd: positive }),
  kind('moons', { sd: positive }),
  kind('spiral', { turns: positive.max(5), sd: positive }),
  kind('points', {
    points: z
      .array(z.tuple([coordinate, coordinate]))
      .min(1)
      .max(2000),
    sd: positive,
  }),
  /** The Dirac measure at one point of the line: the data of the Dirac-GAN (Mescheder, Geiger, Nowozin 2018). */
  kind('dirac', { at: coordinate }),
]);

export const activationSchema = z.enum(['identity', 'relu', 'leakyRelu', 'tanh', 'softplus', 'silu']);

/**
 * A network. `mlp`: hidden `widths`; the first layer's weights are drawn from N(0, gain²/fan-in) and its biases from
 * N(0, biasSpread²), later biases from N(0, (0.3 biasSpread)²), later weights from N(0, g²/fan-in) with g = 1 for tanh and
 * 1.3 otherwise; `shift` is added to every output bias at the start. `point` is the Dirac-GAN's generator G(z) = θ;
 * `linear` its discriminator, logit ψ·x. `start` is the initial θ or ψ.
 */
export const networkSchema = z.discriminatedUnion('kind', [
  kind('mlp', {
    widths: z.array(count(256)).min(1).max(4),
    activation: activationSchema,
    gain: positive.max(10).default(1),
    biasSpread: nonNegative.max(10).default(0),
    shift: coordinate.default(0),
  }),
  kind('point', { start: z.array(coordinate).min(1).max(2) }),
  kind('linear', { start: z.array(coordinate).min(1).max(2) }),
]);

export const objectiveNames = [
  'saturating',
  'nonSaturating',
  'maximumLikelihood',
  'leastSquares',
  'hinge',
  'wasserstein',
  'relativistic',
] as const;

export const penaltySchema = z.discriminatedUnion('kind', [
  kind('r1', { weight: positive }),
  kind('r2', { weight: positive }),
  /** WGAN-GP: weight × E (‖∇ₓ l‖ − target)² on segments between real and generated samples. */
  kind('gradientPenalty', { weight: positive, target: nonNegative.default(1) }),
  kind('weightClipping', { limit: positive }),
  /** Consensus optimisation (Mescheder, Nowozin, Geiger 2017): weight × ½‖v‖² descended by both players. */
  kind('consensus', { weight: positive }),
]);

const rate = z.number().positive().max(10);
const momentum = z.number().min(0).lt(1);
export const optimiserSchema = z.discriminatedUnion('kind', [
  kind('sgd', { rate }),
  kind('momentum', { rate, momentum }),
  kind('adam', { rate, beta1: momentum, beta2: momentum, epsilon: z.number().positive().max(1) }),
]);

/**
 * Who moves when. `warmup` steps of D alone come first and are not counted as steps. Then every step is
 * `discriminatorSteps` updates of D and `generatorSteps` of G, in the given order, or both from the old state.
 */
export const scheduleSchema = z.strictObject({
  warmup: z.int().nonnegative().max(100_000).default(0),
  discriminatorSteps: z.int().nonnegative().max(100).default(1),
  generatorSteps: z.int().nonnegative().max(100).default(1),
  order: z.enum(['discriminatorFirst', 'generatorFirst', 'simultaneous']).default('discriminatorFirst'),
  /** Learning rates fall linearly from full at step `from` to `to` (a share of the full rate) at step `until`. */
  decay: z
    .strictObject({ from: z.int().nonnegative(), until: z.int().positive(), to: z.number().min(0).max(1) })
    .refine((decay) => decay.until > decay.from, { error: '`until` must come after `from`', path: ['until'] })
    .optional(),
});

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
});

/** What can be measured of a run at a step. src/gan/metrics.ts says how, and knows each one's noise floor. */
export const metricNames = [
  'wasserstein1',
  'slicedWasserstein1',
  'energyDistance',
  'jensenShannon',
  'modesCovered',
  'highQuality',
  'modeDivergence',
  'indecision',
  'optimalGap',
  'meanFakeLogit',
  'saturatingGradient',
  'nonSaturatingGradient',
  'gradientRatio',
  'discriminatorLoss',
  'generatorLoss',
  'radius',
] as const;

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

export const viewNames = ['samples', 'gradients', 'losses'] as const;

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
  /** Metrics are measured at step 0 and at every multiple of this. */
  every: count(1000),
  /** Training pauses by itself at this step. */
  length: count(100_000),
  /** A long demo is checked on the CPU backend alone. */
  long: z.boolean().default(false),
});

export const demoSchema = inputSchema.check((context) => {
  const { variants, initial, compare, every, length } = context.value;
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
});

export type Data = z.infer<typeof dataSchema>;
export type Activation = z.infer<typeof activationSchema>;
export type Network = z.infer<typeof networkSchema>;
export type ObjectiveName = (typeof objectiveNames)[number];
export type Penalty = z.infer<typeof penaltySchema>;
export type Optimiser = z.infer<typeof optimiserSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type Experiment = z.infer<typeof experimentSchema>;
export type Metric = (typeof metricNames)[number];
export type Claim = z.infer<typeof claimSchema>;
export type View = (typeof viewNames)[number];
export type Variant = z.infer<typeof variantSchema>;
export type Demo = z.infer<typeof demoSchema>;
export type DemoInput = z.input<typeof demoSchema>;

/**
 * Checks a demo and fills in defaults.
 * @throws ZodError that lists every fault with the path to its field.
 */
export const defineDemo = (input: DemoInput): Demo => demoSchema.parse(input);
