// Runs in a page: steps on WebGL, each on the tape and replayed.
import { useBackend } from '../../src/gan/backend.ts';
import { createTrainer } from '../../src/gan/runs/trainer.ts';
import { tf } from '../../src/gan/tensorflow.ts';
import { experiment } from '../gan/settings.ts';

export interface Replayed {
  readonly tfBackend: string;
  /** By name: whether snapshot and losses are the same bits. */
  readonly same: Readonly<Record<string, boolean>>;
  /** Tensors and data that steps made and did not free, and those left when all runs had ended. */
  readonly made: number;
  readonly left: number;
  /** Milliseconds a step, with its kernels done. */
  readonly taped: number;
  readonly replayed: number;
}

const kinds = {
  plain: {},
  penalties: {
    penalties: [
      { kind: 'r1', weight: 0.1 },
      { kind: 'r2', weight: 0.1 },
    ],
    average: 0.9,
  },
  'gradient penalty, noise, pairs': {
    objective: 'relativistic',
    penalties: [{ kind: 'gradientPenalty', weight: 0.1 }],
    instanceNoise: { sd: 0.3, until: 4 },
    schedule: { order: 'simultaneous', decay: { from: 1, until: 5, to: 0.1 } },
  },
  'clipping, momentum': {
    objective: 'wasserstein',
    penalties: [{ kind: 'weightClipping', limit: 0.4 }],
    optimisers: {
      generator: { kind: 'momentum', rate: 0.01, momentum: 0.5 },
      discriminator: { kind: 'sgd', rate: 0.01 },
    },
  },
} as const;

async function compareReplay(): Promise<Replayed> {
  await useBackend('webgl');
  const before = tf.memory().numTensors;
  const same: Record<string, boolean> = {};
  let made = 0;
  const milliseconds = { taped: 0, replayed: 0 };
  for (const [name, change] of Object.entries(kinds)) {
    const lives: string[] = [];
    for (const way of ['taped', 'replayed'] as const) {
      const trainer = createTrainer(experiment(change), { way });
      for (let i = 0; i < 8; i++) trainer.advance();
      const { losses } = await trainer.observe();
      const kept = tf.memory().numDataBuffers;
      const start = performance.now();
      for (let i = 0; i < 8; i++) trainer.advance();
      await trainer.observe();
      milliseconds[way] += (performance.now() - start) / 8 / Object.keys(kinds).length;
      made += Math.abs(tf.memory().numDataBuffers - kept);
      lives.push(JSON.stringify([losses, await trainer.snapshot()]));
      trainer.dispose();
    }
    same[name] = lives[0] === lives[1];
  }
  return { tfBackend: tf.getBackend(), same, made, left: tf.memory().numTensors - before, ...milliseconds };
}

Object.assign(globalThis, { compareReplay });
