// A run's whole life on the CPU path: once warm, a step makes no array, and at the end all of them have come back.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import drawnCats from '../../../content/demos/drawn-cats.ts';
import gridOf25 from '../../../content/demos/grid-of-25.ts';
import meanOrMode from '../../../content/demos/mean-or-mode.ts';
import ringOfEight from '../../../content/demos/ring-of-eight.ts';
import { experimentOf } from '../../../src/vocabulary/variants.ts';
import { storageOf } from '../../../src/gan/kernels/cpu/kernels.ts';
import { tf, type MathBackendCPU } from '../../../src/gan/tensorflow.ts';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';

const demos = { ringOfEight, gridOf25, drawnCats, meanOrMode };
const state = () => storageOf(tf.backend() as MathBackendCPU).arena.state;

describe.each(['simd', 'loops'] as const)('%s', (arithmetic) => {
  beforeAll(async () => {
    await useBackend('cpu', arithmetic);
  });

  test.each(Object.entries(demos))('%s', async (_, demo) => {
    const before = { tensors: tf.memory().numTensors, lent: state().lent };
    const trainer = createTrainer(experimentOf(demo, demo.initial));
    for (let step = 0; step < 5; step++) trainer.advance();
    const warm = state();
    for (let step = 0; step < 10; step++) trainer.advance();
    expect(state()).toEqual(warm);
    await trainer.observe();
    await trainer.measure(['modesCovered']);
    trainer.restore(await trainer.snapshot());
    trainer.advance();
    trainer.dispose();
    expect({ tensors: tf.memory().numTensors, lent: state().lent }).toEqual(before);
    expect(state().overflowed).toBe(0);
  });
});
