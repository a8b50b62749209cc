// The words for curves over steps: their newest values beside the values that are known or claimed.
import { briefText } from '../../writing/numbers.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { boundsOf, metricOf, nameOfBound } from './bounds.ts';
import { ownGradient } from './gradients.ts';
import { gradientsOf } from './samplesHead.ts';
import { inCharacters } from '../../writing/exponents.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { factsOfMetric } from '../../vocabulary/metrics.ts';
import type { Trace } from '../trace.ts';

export function sayGradients(trace: Trace): string {
  const norms = gradientsOf(trace);
  if (!norms) return 'The generator’s gradient has not been measured yet.';
  const switched = trace.switches.map(({ step, to }) => ` Changed to “${to}” at step ${step}.`).join('');
  return `At step ${norms.step} the norm of the generator’s gradient ${normsOf(trace, norms)}.${switched}`;
}

function normsOf(trace: Trace, { saturating, nonSaturating }: { saturating: number; nonSaturating: number }): string {
  const [s, n] = [briefText(saturating), briefText(nonSaturating)];
  switch (ownGradient(trace)) {
    case 'saturatingGradient':
      return `is ${s} under the saturating objective in use, and would be ${n} under the non-saturating one at the same weights`;
    case 'nonSaturatingGradient':
      return `is ${n} under the objective in use, and would be ${s} under the saturating one at the same weights`;
    default:
      return `would be ${s} under the saturating objective and ${n} under the non-saturating one at these weights`;
  }
}

export function sayLosses({ losses, experiment }: Trace): string {
  const last = losses.step.at(-1);
  if (last === undefined) return 'No loss yet.';
  const known = factsOf(experiment.objective).equilibrium;
  const value = (loss: number | undefined, reference: typeof known.generator) =>
    briefText(loss ?? NaN) + (reference ? ` (${nameOfReference(reference)} when undecided)` : '');
  return `At step ${last} the discriminator’s loss is ${value(losses.discriminator.at(-1), known.discriminator)}, the generator’s ${value(losses.generator.at(-1), known.generator)}.`;
}

function nameOfReference({ name, value }: { name: string; value: number }): string {
  return name.includes('log') ? `${name} = ${briefText(value)}` : name;
}

/** The newest measurement that has this metric. */
function newest({ measurements }: Trace, metric: Metric): { step: number; value: number } | undefined {
  const found = measurements.findLast(({ values }) => values[metric] !== undefined);
  return found && { step: found.step, value: found.values[metric] ?? NaN };
}

export function sayScores(trace: Trace): string {
  const [real, fake] = [newest(trace, 'realScore'), newest(trace, 'fakeScore')];
  if (!real || !fake) return 'What D gives on average has not been measured yet.';
  return `At step ${real.step} D gives ${briefText(real.value)} to real and ${briefText(fake.value)} to generated samples on average (½ when undecided).`;
}

export function sayValue(trace: Trace): string {
  const [now, best] = [newest(trace, 'value'), newest(trace, 'optimalValue')];
  if (!now) return 'The value of the game has not been measured yet.';
  const beside = best
    ? `, where a perfect discriminator would reach V(D*, G) = ${briefText(best.value)}, ${briefText(best.value - now.value)} more`
    : '';
  return `At step ${now.step} the value of the game is V(D, G) = ${briefText(now.value)}${beside}. Where p = q the best is −log 4 = −1.39.`;
}

export function sayMetric(trace: Trace): string {
  const metric = metricOf(trace);
  if (metric === undefined) return 'Nothing is claimed.';
  const now = newest(trace, metric);
  const name = factsOfMetric(metric).label;
  const first = now
    ? `At step ${now.step} the measured value is ${briefText(now.value)} (${name}).`
    : `Not measured yet: ${name}.`;
  const bounds = boundsOf(trace, metric)
    .map((bound) => ` ${sentence(inCharacters(nameOfBound(bound)))}${decided(trace, metric, bound.step)}.`)
    .join('');
  const floor = trace.floor
    ? ` Perfect samples score ${briefText(trace.floor.low)} to ${briefText(trace.floor.high)}.`
    : '';
  return `${first}${bounds}${floor}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function decided({ measurements }: Trace, metric: Metric, step: number): string {
  const value = measurements.find((measurement) => measurement.step === step)?.values[metric];
  return value === undefined ? '' : `, where it was ${briefText(value)}`;
}
