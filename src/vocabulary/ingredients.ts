// What an experiment is put together from: data, networks, objectives, penalties, optimisers, schedules. Schemas and their types.
import * as z from 'zod';

export const positive = z.number().positive().max(1e6);
export const nonNegative = z.number().nonnegative().max(1e6);
export const coordinate = z.number().min(-100).max(100);
export const count = (most: number) => z.int().positive().max(most);
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
  /**
   * A question and one of its two answers, (x, y): x uniform on [−1, 1], y = ½ sin(πx) ± gap with equal chances, plus N(0, sd²).
   * The question is given to the generator, which makes up the answer alone.
   */
  kind('twoAnswers', { gap: positive, sd: positive }),
  /** Drawings of cat faces of 16 × 16 pixels, row by row from above, each from −1 (paper) to 1 (ink). */
  kind('cats', {}),
]);

export const activationSchema = z.enum(['identity', 'relu', 'leakyRelu', 'tanh', 'softplus', 'silu']);

/**
 * A network. `mlp`: hidden `widths`; the first layer's weights are drawn from N(0, gain²/fan-in) and its biases from
 * N(0, biasSpread²), later biases from N(0, (0.3 biasSpread)²), later weights from N(0, g²/fan-in) with g = 1 for tanh and
 * 1.3 otherwise; `shift` is added to every output bias at the start. `normal` is G(z) = mean + sd·z with one latent, so that
 * q = N(mean, sd²) is known; it learns both. `point` is the Dirac-GAN's generator G(z) = θ;
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
  kind('normal', { mean: coordinate, sd: positive.max(100) }),
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
  'meanSquaredError',
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
export const momentum = z.number().min(0).lt(1);
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

export type Data = z.infer<typeof dataSchema>;
export type Activation = z.infer<typeof activationSchema>;
export type Network = z.infer<typeof networkSchema>;
export type ObjectiveName = (typeof objectiveNames)[number];
export type Penalty = z.infer<typeof penaltySchema>;
export type Optimiser = z.infer<typeof optimiserSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
