// The trainer run as a Dirac-GAN: its (θ, ψ) after each step.
import type { State } from '../../../src/gan/theory/dirac.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import type { Penalty } from '../../../src/vocabulary/learning.ts';
import { createTrainer, type Trainer } from '../../../src/gan/runs/trainer.ts';

export const stateOf = async (trainer: Trainer): Promise<State> => {
  const { generator, discriminator } = await trainer.snapshot();
  return [generator.weights[0]?.[0] ?? NaN, discriminator.weights[0]?.[0] ?? NaN];
};

/** (θ, ψ) at the start and after each step. */
export async function walk(spec: Experiment, steps: number): Promise<State[]> {
  const trainer = createTrainer(spec);
  const path = [await stateOf(trainer)];
  for (let i = 0; i < steps; i++) {
    trainer.advance();
    path.push(await stateOf(trainer));
  }
  trainer.dispose();
  return path;
}

export const radius = ([theta, psi]: State) => Math.hypot(theta, psi);
export const last = (path: readonly State[]): State => path.at(-1) ?? [NaN, NaN];

export const together = { order: 'simultaneous' };
export const inTurn = { order: 'generatorFirst' };
export const r1 = (weight: number): Penalty => ({ kind: 'r1', weight });

/** The largest distance from the equilibrium in some steps; Infinity as soon as it passes `beyond`, before numbers overflow. */
export async function reach(spec: Experiment, steps: number, beyond: number): Promise<number> {
  const trainer = createTrainer(spec);
  let largest = 0;
  for (let i = 0; i < steps && largest <= beyond; i++) {
    trainer.advance();
    largest = Math.max(largest, radius(await stateOf(trainer)));
  }
  trainer.dispose();
  return largest > beyond ? Infinity : largest;
}
