// What sliders move: reads and writes a slider's number in an experiment, and names it for readers.
// Without the schema, so that the page can load it.
import type { Experiment, Slider } from './experiment.ts';
import type { Optimiser, Penalty } from './ingredients.ts';

export type SliderName = Slider['of'];

/** The numbers that differ from what the variant itself has. */
export type Settings = Readonly<Partial<Record<SliderName, number>>>;

const first = (penalties: readonly Penalty[]) => penalties.find((penalty) => 'weight' in penalty);

/** A slider's number in an experiment; undefined where the experiment has no such thing (`stepSize` where the two rates differ). */
export function settingOf(experiment: Experiment, of: SliderName): number | undefined {
  const { schedule, optimisers, penalties, generator } = experiment;
  switch (of) {
    case 'discriminatorSteps':
    case 'generatorSteps':
      return schedule[of];
    case 'discriminatorRate':
      return optimisers.discriminator.rate;
    case 'generatorRate':
      return optimisers.generator.rate;
    case 'stepSize':
      return optimisers.generator.rate === optimisers.discriminator.rate ? optimisers.generator.rate : undefined;
    case 'penaltyWeight':
      return first(penalties)?.weight;
    case 'generatedMean':
      return generator.kind === 'normal' ? generator.mean : undefined;
    case 'generatedSd':
      return generator.kind === 'normal' ? generator.sd : undefined;
    default:
      return impossible(of);
  }
}

/** The experiment with a slider's number changed; unchanged where it has no such thing. */
export function withSetting(experiment: Experiment, of: SliderName, value: number): Experiment {
  if (settingOf(experiment, of) === undefined) return experiment;
  const { schedule, optimisers, penalties, generator } = experiment;
  const rated = (optimiser: Optimiser): Optimiser => ({ ...optimiser, rate: value });
  switch (of) {
    case 'discriminatorSteps':
    case 'generatorSteps':
      return { ...experiment, schedule: { ...schedule, [of]: value } };
    case 'discriminatorRate':
      return { ...experiment, optimisers: { ...optimisers, discriminator: rated(optimisers.discriminator) } };
    case 'generatorRate':
      return { ...experiment, optimisers: { ...optimisers, generator: rated(optimisers.generator) } };
    case 'stepSize':
      return {
        ...experiment,
        optimisers: { generator: rated(optimisers.generator), discriminator: rated(optimisers.discriminator) },
      };
    case 'penaltyWeight': {
      const weighed = first(penalties);
      return {
        ...experiment,
        penalties: penalties.map((each) => (each === weighed ? { ...each, weight: value } : each)),
      };
    }
    case 'generatedMean':
      return generator.kind === 'normal' ? { ...experiment, generator: { ...generator, mean: value } } : experiment;
    case 'generatedSd':
      return generator.kind === 'normal' ? { ...experiment, generator: { ...generator, sd: value } } : experiment;
    default:
      return impossible(of);
  }
}

/** The experiment under all settings; those that it has no place for change nothing. */
export function withSettings(experiment: Experiment, settings: Settings): Experiment {
  const entries = Object.entries(settings) as [SliderName, number][];
  return entries.reduce((changed, [of, value]) => withSetting(changed, of, value), experiment);
}

/** Whether a number may change while a run goes on from its weights. Otherwise moving the slider starts it again. */
export function isLive(of: SliderName): boolean {
  switch (of) {
    case 'discriminatorSteps':
    case 'generatorSteps':
    case 'discriminatorRate':
    case 'generatorRate':
    case 'stepSize':
    case 'penaltyWeight':
    case 'generatedMean':
    case 'generatedSd':
      return true;
    default:
      return impossible(of);
  }
}

/** What a slider is called where a reader meets it. */
export const sliderLabels: Record<SliderName, string> = {
  discriminatorSteps: 'D’s updates in a step, k',
  generatorSteps: 'G’s updates in a step',
  discriminatorRate: 'Learning rate of D',
  generatorRate: 'Learning rate of G',
  stepSize: 'Step size h of both',
  penaltyWeight: 'Weight γ of the penalty',
  generatedMean: 'Mean of q',
  generatedSd: 'Standard deviation of q',
};

/** Whether a number is one that the slider can stand at: within its bounds, and a whole number of its steps from the lower one. */
export function standsAt({ from, to, step }: Slider, value: number): boolean {
  const steps = (value - from) / step;
  const slack = 1e-6;
  return value >= from - slack * step && value <= to + slack * step && Math.abs(steps - Math.round(steps)) < slack;
}

/** The number where a slider stands after so many steps, without the rounding errors of 0.1 + 0.2. */
export const nearest = ({ from, to, step }: Slider, value: number): number =>
  // The zero turns −0 into 0.
  Number(
    (from + Math.round((Math.min(Math.max(value, from), to) - from) / step) * step).toFixed(decimals(from, step)),
  ) + 0;

/** A slider's number with as many decimals as its step has, and a real minus sign. */
export const textOf = ({ from, step }: Slider, value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: decimals(from, step) }).replace('-', '−');

const decimals = (...numbers: number[]): number =>
  Math.max(...numbers.map((number) => /^\d*\.?(\d*)e?/.exec(plain(Math.abs(number)))?.[1]?.length ?? 0));

/** Without an exponent: 1e-7 as 0.0000001. */
const plain = (number: number): string => number.toFixed(12).replace(/\.?0+$/, '');

function impossible(of: never): never {
  throw new Error(`No such slider: ${String(of)}`);
}
