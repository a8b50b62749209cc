// What an update draws: conditions like the data's own, latents from N(0, I), each stream on its own.
import { expect, test } from 'vitest';
import { createBatches, fillLatents } from '../../../src/gan/training/batches.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { stream } from '../../../src/gan/random.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { experiment } from '../settings.ts';

const twoAnswers = { kind: 'twoAnswers' as const, gap: 0.5, sd: 0.1 };
const numbers = (tensor: tf.Tensor) => {
  const values = [...tensor.dataSync()];
  tensor.dispose();
  return values;
};
const moments = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
};

test('without a condition the latents are the normal numbers of their stream, in order', () => {
  const [filled, plain] = [new Float32Array(30), new Float32Array(30)];
  const data = distribution({ kind: 'gaussian', mean: 3, sd: 1 });
  fillLatents(filled, 10, { latent: 3, distribution: data, stream: stream(1, 'x') });
  stream(1, 'x').fillNormal(plain);
  expect(filled).toEqual(plain);
});

test('with one, every row starts with a condition that is spread as the data has it, and goes on with normal numbers', () => {
  const n = 20_000;
  const filled = new Float32Array(3 * n);
  fillLatents(filled, n, { latent: 2, distribution: distribution(twoAnswers), stream: stream(1, 'x') });
  const column = (j: number) => [...filled.filter((_, i) => i % 3 === j)];
  const condition = column(0).toSorted((a, b) => a - b);
  const gaps = condition.map((x, i) => Math.abs((x + 1) / 2 - (i + 0.5) / n));
  expect(Math.max(...gaps)).toBeLessThan(1.95 / Math.sqrt(n));
  for (const j of [1, 2]) {
    const { mean, variance } = moments(column(j));
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  }
  const [x, z] = [column(0), column(1)];
  const product = x.reduce((sum, each, i) => sum + each * (z[i] ?? NaN), 0) / n;
  expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(3 * n));
});

test('latents for given rows take their condition and draw the rest, and the data stream does not move for them', () => {
  const spec = experiment({ data: twoAnswers, batch: 6 });
  const batches = createBatches(spec, distribution(spec.data));
  const before = tf.memory().numTensors;
  const real = batches.real();
  const { data } = batches.state();
  const [first, second] = [numbers(batches.latents(real)), numbers(batches.latents(real))];
  const own = numbers(batches.latents());
  const rows = numbers(real);
  for (let i = 0; i < 6; i++) {
    expect([first[3 * i], second[3 * i]]).toEqual([rows[2 * i], rows[2 * i]]);
    expect(own[3 * i]).not.toBe(rows[2 * i]);
    expect(first[3 * i + 1]).not.toBe(second[3 * i + 1]);
  }
  expect(batches.state().data).toEqual(data);
  expect(tf.memory().numTensors).toBe(before);
});

test('restored, the streams draw conditions and latents again', () => {
  const spec = experiment({ data: twoAnswers, batch: 6 });
  const batches = createBatches(spec, distribution(spec.data));
  numbers(batches.latents());
  const saved = batches.state();
  const first = numbers(batches.latents());
  batches.restore(saved);
  expect(numbers(batches.latents())).toEqual(first);
});
