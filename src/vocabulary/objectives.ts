// What is known of each objective without training: labels, best discriminator, slopes, values at equilibrium. The losses themselves, on
// tensors, are in src/gan/training/objectives.ts, which has their sources.
import { exp, log } from './expLog.ts';
import { sigmoid } from './logistic.ts';

/** A loss's value where q = p and D is optimal, and how a reader knows it. */
export interface KnownValue {
  readonly value: number;
  readonly name: string;
}

/** Derivatives of the losses over one of D's outputs; for pairs, at the given output on the sample of the other kind, 0 unless told. */
export interface Derivatives {
  /** Of L_D over the output on a real sample. */
  readonly real: (output: number, fake?: number) => number;
  /** Of L_D over the output on a generated sample. */
  readonly fake: (output: number, real?: number) => number;
  /** Of L_G over the output on a generated sample. */
  readonly generator: (output: number, real?: number) => number;
}

/** Facts about a game on D's raw outputs, high on real data. */
export interface ObjectiveFacts {
  /** Whether D's loss has a label that can be smoothed. */
  readonly labels: boolean;
  /** Whether only differences of D's outputs count, so that a constant added to all of them changes no loss. */
  readonly relative: boolean;
  /** Whether G's loss compares D's outputs on generated samples with those on real ones, row by row. */
  readonly pairs: boolean;
  /** Whether G learns from the samples themselves and not through D. */
  readonly direct: boolean;
  /** D's probability that a sample is real, from its output; undefined where D is a critic or where its outputs count up to a constant only. */
  readonly probability: ((output: number) => number) | undefined;
  /** The logit that the field is drawn with: the output itself, except where it is a probability. */
  readonly logit: (output: number) => number;
  /** D's output at its optimum where the densities of real and generated data are p and q; undefined without a closed form. */
  readonly optimal: ((p: number, q: number, realLabel?: number) => number) | undefined;
  /** First derivatives without smoothing; undefined where G does not learn through D. */
  readonly slopes: Derivatives | undefined;
  /** Second derivatives, of the same. */
  readonly curvatures: Derivatives | undefined;
  /** Both losses where q = p and D is optimal, without smoothing; what G loses by learning directly depends on the data. */
  readonly equilibrium: { readonly discriminator: KnownValue; readonly generator?: KnownValue };
}

const itself = (output: number): number => output;
const known = (value: number, name: string): KnownValue => ({ value, name });
const twoLog2 = known(2 * Math.LN2, '2 log 2');
const log2 = known(Math.LN2, 'log 2');

/**
 * D* = y p / (p + q), the discriminator that minimises the cross-entropy where the densities of real and generated data are p and q:
 * Goodfellow et al. 2014, arXiv:1406.2661, proposition 1; y < 1 is the label of real data under one-sided smoothing, Salimans et al.
 * 2016, arXiv:1606.03498, §3.4. Not a number where p = q = 0.
 */
export const optimalDiscriminator = (p: number, q: number, realLabel = 1): number => (realLabel * p) / (p + q);

/** The logit of D*. */
const logOdds = (p: number, q: number, realLabel = 1): number => log(realLabel * p) - log((1 - realLabel) * p + q);

/** D as a classifier by cross-entropy. */
const classifier = {
  labels: true,
  relative: false,
  pairs: false,
  direct: false,
  probability: sigmoid,
  logit: itself,
  optimal: logOdds,
} as const;

const bell = (output: number): number => sigmoid(output) * sigmoid(-output);
const zero = () => 0;
const one = () => 1;
const minusOne = () => -1;

/** D's slopes under cross-entropy. */
const crossEntropy = {
  slopes: { real: (real: number) => -sigmoid(-real), fake: sigmoid },
  curvatures: { real: bell, fake: bell },
};

const critic = { labels: false, pairs: false, direct: false, probability: undefined, logit: itself } as const;

/** Keeps the logit of a least-squares output finite where that is no probability. */
const leastProbability = 1e-4;

export const objectiveFacts = {
  saturating: {
    ...classifier,
    slopes: { ...crossEntropy.slopes, generator: (fake: number) => -sigmoid(fake) },
    curvatures: { ...crossEntropy.curvatures, generator: (fake: number) => -bell(fake) },
    equilibrium: { discriminator: twoLog2, generator: known(-Math.LN2, '−log 2') },
  },
  nonSaturating: {
    ...classifier,
    slopes: { ...crossEntropy.slopes, generator: (fake: number) => -sigmoid(-fake) },
    curvatures: { ...crossEntropy.curvatures, generator: bell },
    equilibrium: { discriminator: twoLog2, generator: log2 },
  },
  maximumLikelihood: {
    ...classifier,
    slopes: { ...crossEntropy.slopes, generator: (fake: number) => -exp(fake) },
    curvatures: { ...crossEntropy.curvatures, generator: (fake: number) => -exp(fake) },
    equilibrium: { discriminator: twoLog2, generator: known(-1, '−1') },
  },
  /** Least squares trains the output itself towards 1 on real and 0 on generated data. */
  leastSquares: {
    ...classifier,
    probability: itself,
    logit(output: number) {
      const probability = Math.min(1 - leastProbability, Math.max(leastProbability, output));
      return log(probability / (1 - probability));
    },
    optimal: optimalDiscriminator,
    slopes: { real: (real: number) => real - 1, fake: itself, generator: (fake: number) => fake - 1 },
    curvatures: { real: one, fake: one, generator: one },
    equilibrium: { discriminator: known(1 / 4, '¼'), generator: known(1 / 8, '⅛') },
  },
  hinge: {
    ...critic,
    relative: false,
    optimal: (p: number, q: number) => Math.sign(p - q),
    slopes: {
      real: (real: number) => (real < 1 ? -1 : 0),
      fake: (fake: number) => (fake > -1 ? 1 : 0),
      generator: minusOne,
    },
    curvatures: { real: zero, fake: zero, generator: zero },
    equilibrium: { discriminator: known(2, '2'), generator: known(0, '0') },
  },
  wasserstein: {
    ...critic,
    relative: true,
    optimal: undefined,
    slopes: { real: minusOne, fake: one, generator: minusOne },
    curvatures: { real: zero, fake: zero, generator: zero },
    equilibrium: { discriminator: known(0, '0'), generator: known(0, '0') },
  },
  relativistic: {
    ...critic,
    relative: true,
    pairs: true,
    /** Up to a constant, which no pair can see. */
    optimal: (p: number, q: number) => log(p) - log(q),
    slopes: {
      real: (real: number, fake = 0) => -sigmoid(fake - real),
      fake: (fake: number, real = 0) => sigmoid(fake - real),
      generator: (fake: number, real = 0) => -sigmoid(real - fake),
    },
    curvatures: {
      real: (real: number, fake = 0) => bell(fake - real),
      fake: (fake: number, real = 0) => bell(fake - real),
      generator: (fake: number, real = 0) => bell(fake - real),
    },
    equilibrium: { discriminator: log2, generator: log2 },
  },
  meanSquaredError: {
    ...classifier,
    direct: true,
    slopes: undefined,
    curvatures: undefined,
    equilibrium: { discriminator: twoLog2 },
  },
} as const satisfies Record<string, ObjectiveFacts>;

export type ObjectiveName = keyof typeof objectiveFacts;
export const objectiveNames = Object.keys(objectiveFacts) as ObjectiveName[];

/** The objectives under which G learns through D. */
export type AdversarialName = {
  [Name in ObjectiveName]: (typeof objectiveFacts)[Name]['direct'] extends true ? never : Name;
}[ObjectiveName];

/** The facts of one objective, whichever it is. */
export const factsOf = (objective: ObjectiveName): ObjectiveFacts => objectiveFacts[objective];
