// What must hold between the parts of an experiment, and what may change while it runs.
import type { Experiment } from '../../vocabulary/experiment.ts';
import { objectives } from './objectives.ts';

/** The fields that may differ when a run goes on under a changed experiment. */
const changeable = [
  'objective',
  'penalties',
  'optimisers',
  'schedule',
  'realLabel',
  'instanceNoise',
  'halves',
] as const;

/** @throws Error that names the field if a label is smoothed where the objective has none */
export function checkRules({ objective, realLabel }: Experiment): void {
  if (realLabel !== 1 && !objectives[objective].labels) {
    throw new Error(`realLabel: the objective "${objective}" has no labels to smooth; leave it at 1.`);
  }
}

/** A `normal` generator may be moved by hand: all that tells one from another is its mean and sd. @throws Error that names the first field that differs and must not */
export function mustContinue(now: Experiment, next: Experiment): void {
  const fields = new Set([...Object.keys(now), ...Object.keys(next)]) as Set<keyof Experiment>;
  for (const allowed of changeable) fields.delete(allowed);
  if (now.generator.kind === 'normal' && next.generator.kind === 'normal') fields.delete('generator');
  for (const field of fields) {
    if (JSON.stringify(now[field]) !== JSON.stringify(next[field])) {
      throw new Error(
        `${field}: cannot change while a run goes on; start it again. It may change: ${changeable.join(', ')}.`,
      );
    }
  }
}
