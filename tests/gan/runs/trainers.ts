// Trainers in tests: created, looked at, and disposed of without a tensor left.
import { expect } from 'vitest';
import { createTrainer, type Trainer } from '../../../src/gan/runs/trainer.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';

export function train(trainer: Trainer, steps: number): Trainer {
  for (let i = 0; i < steps; i++) trainer.advance();
  return trainer;
}

/** Runs `life` on a trainer of its own, and sees that every tensor is gone afterwards. */
export async function live<T>(spec: Experiment, life: (trainer: Trainer) => T | Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const trainer = createTrainer(spec);
  const result = await life(trainer);
  trainer.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

export const weights = async (trainer: Trainer) => {
  const { generator, discriminator } = await trainer.snapshot();
  return { generator: generator.weights, discriminator: discriminator.weights };
};
