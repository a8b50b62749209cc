// Who moves when, and what changes with the step: learning rates and instance noise.
import type { Player, Schedule } from './learning.ts';
import type { Experiment } from './experiment.ts';

/**
 * The moves of one step, in order. The players of one inner array move from the same old state.
 * Simultaneous moves are paired first with first; what one player has more of follows alone.
 */
export function movesOf(schedule: Schedule): Player[][] {
  const { discriminatorSteps, generatorSteps, order } = schedule;
  const discriminator = Array.from({ length: discriminatorSteps }, (): Player => 'discriminator');
  const generator = Array.from({ length: generatorSteps }, (): Player => 'generator');
  switch (order) {
    case 'discriminatorFirst':
      return [...discriminator, ...generator].map((player) => [player]);
    case 'generatorFirst':
      return [...generator, ...discriminator].map((player) => [player]);
    case 'simultaneous':
      return Array.from({ length: Math.max(discriminatorSteps, generatorSteps) }, (_, i) => [
        ...discriminator.slice(i, i + 1),
        ...generator.slice(i, i + 1),
      ]);
    default:
      return order satisfies never;
  }
}

/** The share of the full learning rates that holds after `step` steps: 1 up to `from`, then linear to `to` at `until`. */
export function rateShare(decay: Schedule['decay'], step: number): number {
  if (!decay || step <= decay.from) return 1;
  if (step >= decay.until) return decay.to;
  return 1 + ((decay.to - 1) * (step - decay.from)) / (decay.until - decay.from);
}

/** The standard deviation of the instance noise after `step` steps. */
export function noiseLevel(noise: Experiment['instanceNoise'], step: number): number {
  if (!noise) return 0;
  return noise.until === undefined ? noise.sd : noise.sd * Math.max(0, 1 - step / noise.until);
}
