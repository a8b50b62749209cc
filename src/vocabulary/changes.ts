// What may change while a run goes on from its weights: the one list that the trainer, the page and the workbench go by.
import type { Experiment } from './experiment.ts';

/** The fields that may differ when a run goes on under a changed experiment. */
export const changeable = [
  'objective',
  'penalties',
  'optimisers',
  'schedule',
  'realLabel',
  'instanceNoise',
  'halves',
] as const satisfies readonly (keyof Experiment)[];

/**
 * The first field that differs between two experiments and may not while a run goes on; undefined if the run may go on.
 * A `normal` generator may be moved by hand: all that tells one from another is its mean and sd.
 */
export function fixedFieldThatDiffers(now: Experiment, next: Experiment): keyof Experiment | undefined {
  const fields = new Set([...Object.keys(now), ...Object.keys(next)]) as Set<keyof Experiment>;
  for (const free of changeable) fields.delete(free);
  if (now.generator.kind === 'normal' && next.generator.kind === 'normal') fields.delete('generator');
  return [...fields].find((field) => JSON.stringify(now[field]) !== JSON.stringify(next[field]));
}
