// The record of losses: complete, in order, and without a tensor left; read at once on the CPU and in packs elsewhere.
import { describe, expect, test } from 'vitest';
import { Diverged } from '../../../src/gan/training/diverged.ts';
import { createHistory } from '../../../src/gan/training/lossHistory.ts';
import { tf } from '../../../src/gan/tensorflow.ts';

describe.each(['cpu', 'webgl'])('as on %s', (backend) => {
  test('every loss comes once, in order, however many steps lie between two looks', async () => {
    const before = tf.memory().numTensors;
    const history = createHistory(backend);
    let step = 0;
    for (const steps of [3, 8, 0, 21]) {
      const from = step;
      for (let i = 0; i < steps; i++) {
        step += 1;
        history.add(step, tf.scalar(step / 2), tf.scalar(-step));
      }
      const taken = await history.take();
      expect(taken.step).toEqual(Array.from({ length: steps }, (_, i) => from + i + 1));
      expect(taken.discriminator).toEqual(taken.step.map((each) => each / 2));
      expect(taken.generator).toEqual(taken.step.map((each) => -each));
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  test('the first loss that is not finite is told with its step and its player', async () => {
    const before = tf.memory().numTensors;
    const history = createHistory(backend);
    const record = async () => {
      for (let step = 1; step < 12; step++)
        history.add(step, tf.scalar(step < 7 ? 1 : NaN), tf.scalar(step < 5 ? 1 : Infinity));
      await history.take();
    };
    await expect(record()).rejects.toMatchObject({ step: 5, what: "the generator's loss" });
    await expect(record()).rejects.toBeInstanceOf(Diverged);
    history.clear();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('cleared, it has nothing and holds nothing', async () => {
    const before = tf.memory().numTensors;
    const history = createHistory(backend);
    for (let step = 1; step < 4; step++) history.add(step, tf.scalar(1), tf.scalar(1));
    history.clear();
    expect((await history.take()).step).toEqual([]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
