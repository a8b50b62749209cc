// Networks: the weights they start from, what they compute, and their gradients.
import { expect, test } from 'vitest';
import type { NetworkSpec } from '../../../src/vocabulary/network.ts';
import { gradientsOf } from '../../../src/gan/training/updates.ts';
import { densePlain } from '../../../src/gan/kernels/dense.ts';
import { conditional, createNetwork, reset } from '../../../src/gan/training/networks.ts';
import { stream } from '../../../src/gan/random.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { differences, gap } from '../../oracles/differences.ts';

const mlp = (change: Partial<Extract<NetworkSpec, { kind: 'mlp' }>> = {}): NetworkSpec => ({
  kind: 'mlp',
  widths: [5, 4],
  activation: 'tanh',
  gain: 1,
  biasSpread: 0.5,
  shift: 0,
  ...change,
});
const spread = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

test('an MLP computes what its weights say', () => {
  const network = createNetwork(mlp({ widths: [2], activation: 'relu' }), 1, 1, stream(1, 'x'));
  tf.tidy(() => {
    network.variables[0]?.assign(tf.tensor2d([1, -2, 0.5, 1], [2, 2]));
    network.variables[1]?.assign(tf.tensor2d([3, -1, 0.25], [3, 1]));
    // x = 2: relu(2.5) · 3 + relu(−3) · −1 + 0.25
    expect(network.apply(tf.tensor2d([[2], [-1]])).dataSync()).toEqual(Float32Array.of(7.75, -2.75));
  });
  network.dispose();
});

test('the first layer is drawn with gain and bias spread, later ones with their own, and the output is shifted', () => {
  const network = createNetwork(
    mlp({ widths: [200, 200], activation: 'relu', gain: 3, biasSpread: 2, shift: -8 }),
    2,
    100,
    stream(1, 'x'),
  );
  const [first = [], second = [], output = []] = network.variables.map((each) => [...each.dataSync()]);
  expect(spread(first.slice(0, 400)) / (3 / Math.SQRT2)).toBeCloseTo(1, 0.9);
  expect(spread(first.slice(400)) / 2).toBeCloseTo(1, 0.9);
  expect(spread(second.slice(0, 40_000)) / (1.3 / Math.sqrt(200))).toBeCloseTo(1, 1.5);
  expect(spread(second.slice(40_000)) / 0.6).toBeCloseTo(1, 0.9);
  const shifts = output.slice(20_000);
  expect(shifts.reduce((a, b) => a + b, 0) / shifts.length).toBeCloseTo(-8, 0);
  network.dispose();
  const tanh = createNetwork(mlp({ widths: [200, 200] }), 2, 1, stream(1, 'x'));
  expect(spread([...(tanh.variables[1]?.dataSync() ?? [])].slice(0, 40_000)) * Math.sqrt(200)).toBeCloseTo(1, 1.5);
  tanh.dispose();
});

test('without bias spread every bias is exactly the shift or zero', () => {
  const network = createNetwork(mlp({ biasSpread: 0, shift: 3 }), 2, 1, stream(1, 'x'));
  const biases = network.variables.map((each) => [...each.dataSync()].slice(-each.shape[1]));
  expect(biases).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0], [3]]);
  network.dispose();
});

test.each(['tanh', 'relu', 'softplus', 'silu', 'leakyRelu', 'identity'] as const)(
  '%s: gradients over all weights are those of finite differences',
  (activation) => {
    const network = createNetwork(mlp({ activation }), 2, 1, stream(3, 'x'));
    const x = tf.tensor2d([
      [0.3, -0.4],
      [1.2, 0.5],
      [-0.7, 0.9],
    ]);
    const loss = () => tf.mean<tf.Scalar>(tf.square(tf.sub(network.apply(x), 0.7)));
    tf.tidy(() => {
      const { gradients } = gradientsOf(loss, network.variables);
      expect(
        gap(
          gradients.map((each) => each.dataSync()),
          differences(loss, network.variables),
        ),
      ).toBeLessThan(3e-3);
    });
    network.dispose();
    x.dispose();
  },
);

test('it can be applied with other weights than its own, which stay as they are', () => {
  const network = createNetwork(mlp(), 2, 1, stream(1, 'x'));
  tf.tidy(() => {
    const x = tf.ones<tf.Rank.R2>([1, 2]);
    const own = network.apply(x).dataSync()[0];
    const zero = network.variables.map((each) => tf.zerosLike<tf.Tensor2D>(each));
    expect(network.apply(x, zero).dataSync()[0]).toBe(0);
    expect(network.apply(x).dataSync()[0]).toBe(own);
  });
  network.dispose();
});

test("the Dirac-GAN's networks: a point whatever the latent, and a line through zero", () => {
  const point = createNetwork({ kind: 'point', start: [0.3, -1] }, 4, 2, stream(1, 'x'));
  const linear = createNetwork({ kind: 'linear', start: [2, 3] }, 2, 1, stream(1, 'x'));
  tf.tidy(() => {
    const points = point.apply(tf.randomNormal([3, 4], 0, 1, 'float32', 1));
    expect(points.dataSync()).toEqual(Float32Array.of(0.3, -1, 0.3, -1, 0.3, -1));
    expect(linear.apply(points).dataSync()[0]).toBeCloseTo(-2.4, 6);
  });
  point.dispose();
  linear.dispose();
});

test('a start of the wrong length is refused with the number that is needed', () => {
  expect(() => createNetwork({ kind: 'point', start: [0] }, 1, 2, stream(1, 'x'))).toThrow(
    'start: a "point" network needs 2 here, not 1.',
  );
});

test('disposed, it leaves no tensor', () => {
  const before = tf.memory().numTensors;
  createNetwork(mlp(), 2, 1, stream(1, 'x')).dispose();
  createNetwork({ kind: 'point', start: [0] }, 1, 1, stream(1, 'x')).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a normal network computes mean + sd z, and refuses any other sizes than one and one', () => {
  const before = tf.memory().numTensors;
  const network = createNetwork({ kind: 'normal', mean: -3, sd: 0.5 }, 1, 1, stream(1, 'x'));
  const made = tf.tidy(() => [...network.apply(tf.tensor2d([[0], [1], [-2]])).dataSync()]);
  expect(made).toEqual([-3, -2.5, -4]);
  network.dispose();
  for (const [inputs, outputs] of [
    [2, 1],
    [1, 2],
  ] as const)
    expect(() => createNetwork({ kind: 'normal', mean: 0, sd: 1 }, inputs, outputs, stream(1, 'x'))).toThrow(
      /"normal" network has one input and one output.*latent 1/,
    );
  expect(tf.memory().numTensors).toBe(before);
});

test('a reset normal network has what was changed as it is told, and the rest as it was learnt', () => {
  const now = { kind: 'normal' as const, mean: 0, sd: 1 };
  tf.tidy(() => {
    const learnt = tf.tensor2d([[0.25], [0.75]]);
    expect([...reset(learnt, now, { ...now, mean: 2 }).dataSync()]).toEqual([0.25, 2]);
    expect([...reset(learnt, now, { ...now, sd: 3 }).dataSync()]).toEqual([3, 0.75]);
    expect([...reset(learnt, now, now).dataSync()]).toEqual([0.25, 0.75]);
  });
});

test('a conditional network hands its condition through, and makes the rest of all its inputs', () => {
  const own = createNetwork(mlp(), 3, 1, stream(1, 'x'));
  const network = conditional(own, 2);
  tf.tidy(() => {
    const x = tf.randomNormal<tf.Rank.R2>([5, 3], 0, 1, 'float32', 1);
    const made = network.apply(x);
    expect(made.shape).toEqual([5, 3]);
    const columns = (of: tf.Tensor2D, from: number, count: number) => tf.slice2d(of, [0, from], [5, count]).dataSync();
    expect(columns(made, 0, 2)).toEqual(columns(x, 0, 2));
    expect(columns(made, 2, 1)).toEqual(own.apply(x).dataSync());
    const zero = network.variables.map((each) => tf.zerosLike<tf.Tensor2D>(each));
    expect([...columns(network.apply(x, zero), 2, 1)]).toEqual([0, 0, 0, 0, 0]);
  });
  network.dispose();
});

test('256 inputs and 256 outputs: values and gradients are those of plain operations', () => {
  const network = createNetwork(mlp({ widths: [24] }), 256, 256, stream(1, 'x'));
  tf.tidy(() => {
    const x = tf.randomNormal<tf.Rank.R2>([7, 256], 0, 1, 'float32', 1);
    const [first, second] = network.variables;
    if (!first || !second) throw new Error('it has two layers');
    const plain = () => densePlain(densePlain(x, first, 'tanh'), second, 'identity');
    const loss = (made: tf.Tensor) => tf.mean<tf.Scalar>(tf.square(made));
    expect(gap([network.apply(x).dataSync()], [plain().dataSync()])).toBeLessThan(1e-5);
    const own = gradientsOf(() => loss(network.apply(x)), network.variables).gradients;
    const others = gradientsOf(() => loss(plain()), network.variables).gradients;
    const read = (all: tf.Tensor2D[]) => all.map((each) => each.dataSync());
    expect(Math.max(...(read(others)[1] ?? []))).toBeGreaterThan(1e-3);
    expect(gap(read(own), read(others))).toBeLessThan(1e-6);
  });
  network.dispose();
});
