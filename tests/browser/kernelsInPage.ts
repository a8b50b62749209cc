// Runs in a page: the fused kernels on WebGL beside plain operations on the CPU backend.
import { useBackend, type BackendInUse } from '../../src/gan/backend.ts';
import { activationSchema } from '../../src/vocabulary/network.ts';
import { meanSoftplus, splitRows } from '../../src/gan/kernels/loss.ts';
import { applyAdam, applySgd, newMoments, newVelocities } from '../../src/gan/kernels/optimise.ts';
import { adamPlain, sgdPlain } from '../../src/gan/kernels/optimisePlain.ts';
import { tf } from '../../src/gan/tensorflow.ts';
import { gradients, implementations } from '../gan/kernels/gradients.ts';
import { farthest, matrix } from '../gan/kernels/numbers.ts';
import { after5 } from '../gan/kernels/steps.ts';

export interface Comparison {
  readonly backend: BackendInUse;
  readonly tfBackend: string;
  /** What was compared, and by how much the two differ, relative to the largest number and at least to 1. */
  readonly distances: Readonly<Record<string, number>>;
  readonly tensorsLeft: number;
}

type Results = Record<string, number[]>;

const adam = { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 1e-8 };
const sgd = { learningRate: 0.05, momentum: 0.9 };
const networks: [width: number, batch: number][] = [
  [14, 150],
  [9, 131],
  [1, 3],
];

function losses(mean: (logits: tf.Tensor2D, sign: 1 | -1) => tf.Scalar, split: typeof splitRows): Results {
  const results: Results = {};
  for (const [rows, at] of [
    [150, 75],
    [301, 140],
    [7, 4],
  ] as const) {
    tf.tidy(() => {
      const loss = (logits: tf.Tensor): tf.Scalar => {
        const [real, fake] = split(logits as tf.Tensor2D, at);
        return tf.add(mean(real, -1), tf.mul(mean(fake, 1), 3));
      };
      const x = matrix(rows, 1, rows, 7);
      const { value, grad } = tf.valueAndGrad(loss)(x);
      const second = tf.grad((logits: tf.Tensor) => tf.sum(tf.square(tf.grad(loss)(logits))))(x);
      results[`loss of ${rows} logits`] = Array.from(value.dataSync());
      results[`gradient of ${rows} logits`] = Array.from(grad.dataSync()).map((slope) => slope * rows);
      results[`second gradient of ${rows} logits`] = Array.from(second.dataSync()).map((slope) => slope * rows ** 2);
    });
  }
  return results;
}

function compute(ours: boolean): Results {
  const results: Results = {};
  for (const activation of activationSchema.options) {
    for (const [width, batch] of networks) {
      for (const way of ['layers', 'whole'] as const) {
        const found = gradients(implementations[ours ? way : 'plain'], activation, width, batch);
        for (const [part, numbers] of Object.entries(found)) {
          results[`${activation} ${width}×${batch} by ${way}: ${part}`] = numbers;
        }
      }
    }
  }
  const byAdam = after5(newMoments, (w, g, memory, step) => {
    if (ours) applyAdam(w, g, memory, () => ({ ...adam, count: step }));
    else adamPlain(w, g, memory, step, adam);
  });
  const byDescent = after5(newVelocities, (w, g, memory) => {
    if (ours) applySgd(w, g, memory, () => sgd);
    else sgdPlain(w, g, memory, sgd);
  });
  const plainMean = (logits: tf.Tensor2D, sign: 1 | -1): tf.Scalar => tf.mean(tf.softplus(tf.mul(logits, sign)));
  const plainSplit = (x: tf.Tensor2D, at: number): [tf.Tensor2D, tf.Tensor2D] => [
    tf.slice2d(x, [0, 0], [at, 1]),
    tf.slice2d(x, [at, 0], [x.shape[0] - at, 1]),
  ];
  return {
    ...results,
    'Adam parameters': byAdam.parameters,
    'Adam moments': byAdam.memory,
    'descent parameters': byDescent.parameters,
    'descent velocities': byDescent.memory,
    ...(ours ? losses(meanSoftplus, splitRows) : losses(plainMean, plainSplit)),
  };
}

export async function compareKernels(): Promise<Comparison> {
  await useBackend('cpu');
  const expected = compute(false);
  const backend = await useBackend('webgl');
  const before = tf.memory().numTensors;
  const found = compute(true);
  const distances = Object.entries(expected).map(([name, numbers]): [string, number] => {
    const scale = Math.max(1, ...numbers.map(Math.abs));
    return [name, farthest(found[name] ?? [], numbers) / scale];
  });
  return {
    backend,
    tfBackend: tf.getBackend(),
    distances: Object.fromEntries(distances),
    tensorsLeft: tf.memory().numTensors - before,
  };
}

Object.assign(globalThis, { compareKernels });
