// What the bench times is what a run computes: the same kernels, as often.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, expect, test } from 'vitest';
import ringOfEight from '../../../content/demos/ring-of-eight.ts';
import { fusedContender } from '../../../src/bench/fusedStep.ts';
import { batches, games, type Batch } from '../../../src/bench/games.ts';
import { experimentOf } from '../../../src/vocabulary/variants.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';

beforeAll(async () => {
  await useBackend('cpu');
});

/** The kernels of one step, by name. */
async function kernelsOf(step: () => void): Promise<string[]> {
  const { kernels } = await tf.profile(step);
  return kernels.map(({ name }) => name).sort();
}

test("the bench's step runs the kernels of a trainer's step, no fewer and no more", async () => {
  const game = games.find(({ width }) => width === 32) as (typeof games)[number];
  const contender = fusedContender(game, 'taped');
  const data = batches(game);
  contender.step(data[0] as Batch);
  const inBench = await kernelsOf(() => contender.step(data[1] as Batch));
  contender.dispose();

  const trainer = createTrainer({ ...experimentOf(ringOfEight, 'nonSaturating'), average: 0 }, { way: 'taped' });
  trainer.advance();
  const inRun = await kernelsOf(() => trainer.advance());
  trainer.dispose();
  expect(inBench).toEqual(inRun);
});
