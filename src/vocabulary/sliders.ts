// What sliders move, one entry each: what it is called, and how its number is read and written in an experiment.
// Without the schema, so that the page can load it.
import type { Experiment } from './experiment.ts';
import type { OptimiserSpec, Penalty, Player } from './learning.ts';
import type { NetworkSpec } from './network.ts';

export interface SliderFacts {
  /** What it is called where a reader meets it. */
  readonly label: string;
  /** Its number in an experiment; undefined where the experiment has no such thing. */
  get(experiment: Experiment): number | undefined;
  /** The experiment with its number changed; called only where `get` finds one. */
  set(experiment: Experiment, value: number): Experiment;
}

const moves = (of: 'discriminatorSteps' | 'generatorSteps', label: string): SliderFacts => ({
  label,
  get: ({ schedule }) => schedule[of],
  set: (experiment, value) => ({ ...experiment, schedule: { ...experiment.schedule, [of]: value } }),
});

const rated = (optimiser: OptimiserSpec, rate: number): OptimiserSpec => ({ ...optimiser, rate });
const rateOf = (player: Player, label: string): SliderFacts => ({
  label,
  get: ({ optimisers }) => optimisers[player].rate,
  set: ({ optimisers, ...others }, value) => ({
    ...others,
    optimisers: { ...optimisers, [player]: rated(optimisers[player], value) },
  }),
});

const normal = (network: NetworkSpec) => (network.kind === 'normal' ? network : undefined);
const generated = (of: 'mean' | 'sd', label: string): SliderFacts => ({
  label,
  get: ({ generator }) => normal(generator)?.[of],
  set: (experiment, value) => {
    const generator = normal(experiment.generator);
    return generator ? { ...experiment, generator: { ...generator, [of]: value } } : experiment;
  },
});

const firstWeighed = (penalties: readonly Penalty[]) => penalties.find((penalty) => 'weight' in penalty);

export const sliders = {
  discriminatorSteps: moves('discriminatorSteps', 'D’s updates in a step, k'),
  generatorSteps: moves('generatorSteps', 'G’s updates in a step'),
  discriminatorRate: rateOf('discriminator', 'Learning rate of D'),
  generatorRate: rateOf('generator', 'Learning rate of G'),
  /** The learning rate of both players, where they have the same. */
  stepSize: {
    label: 'Step size h of both',
    get: ({ optimisers: { generator, discriminator } }) =>
      generator.rate === discriminator.rate ? generator.rate : undefined,
    set: ({ optimisers: { generator, discriminator }, ...others }, value) => ({
      ...others,
      optimisers: { generator: rated(generator, value), discriminator: rated(discriminator, value) },
    }),
  },
  /** Of the first penalty that has a weight. */
  penaltyWeight: {
    label: 'Weight γ of the penalty',
    get: ({ penalties }) => firstWeighed(penalties)?.weight,
    set: ({ penalties, ...others }, value) => {
      const weighed = firstWeighed(penalties);
      return { ...others, penalties: penalties.map((each) => (each === weighed ? { ...each, weight: value } : each)) };
    },
  },
  generatedMean: generated('mean', 'Mean of q'),
  generatedSd: generated('sd', 'Standard deviation of q'),
} as const satisfies Record<string, SliderFacts>;

export type SliderName = keyof typeof sliders;
export const sliderNames = Object.keys(sliders) as SliderName[];

/** A number of the experiment that the reader may move between two bounds; it starts where the variant has it. */
export interface Slider {
  of: SliderName;
  from: number;
  to: number;
  step: number;
}

/** The numbers that differ from what the variant itself has. */
export type Settings = Readonly<Partial<Record<SliderName, number>>>;

/** A slider's number in an experiment; undefined where the experiment has no such thing. */
export const settingOf = (experiment: Experiment, of: SliderName): number | undefined => sliders[of].get(experiment);

/** The experiment with a slider's number changed; unchanged where it has no such thing. */
export const withSetting = (experiment: Experiment, of: SliderName, value: number): Experiment =>
  settingOf(experiment, of) === undefined ? experiment : sliders[of].set(experiment, value);

/** The experiment under all settings; those that it has no place for change nothing. */
export function withSettings(experiment: Experiment, settings: Settings): Experiment {
  const entries = Object.entries(settings) as [SliderName, number][];
  return entries.reduce((changed, [of, value]) => withSetting(changed, of, value), experiment);
}

/** Whether a number is one that the slider can stand at: within its bounds, and a whole number of its steps from the lower one. */
export function standsAt({ from, to, step }: Slider, value: number): boolean {
  const steps = (value - from) / step;
  const slack = 1e-6;
  return value >= from - slack * step && value <= to + slack * step && Math.abs(steps - Math.round(steps)) < slack;
}

/** The number where a slider stands that is nearest to a value, without the rounding errors of 0.1 + 0.2. */
export function nearest({ from, to, step }: Slider, value: number): number {
  const steps = Math.round((Math.min(Math.max(value, from), to) - from) / step);
  // The zero turns −0 into 0.
  return Number((from + steps * step).toFixed(9)) + 0;
}
