// Tensors whose numbers lie in an arena: they come back with their tensor, and nobody sees another's numbers.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { Arena } from '../../../src/gan/kernels/cpu/arena.ts';
import { storageOf } from '../../../src/gan/kernels/cpu/kernels.ts';
import { dense } from '../../../src/gan/kernels/dense.ts';
import { filled } from '../../../src/gan/kernels/drawnInPlace.ts';
import { loadModule } from '../../../src/gan/kernels/module/load.ts';
import { tf, type MathBackendCPU } from '../../../src/gan/tensorflow.ts';
import { matrix } from './numbers.ts';

const arena = () => storageOf(tf.backend() as MathBackendCPU).arena;

describe.each(['simd', 'loops'] as const)('%s', (arithmetic) => {
  beforeAll(async () => {
    expect(await useBackend('cpu', arithmetic)).toEqual({ backend: 'cpu', arithmetic });
  });

  test('an array comes back with the last tensor that shares it', () => {
    const { lent } = arena().state;
    const x = tf.tidy(() => tf.add(matrix(5, 3, 1), 1));
    const same = tf.reshape(x, [3, 5]);
    x.dispose();
    expect(arena().state.lent).toBe(lent + 1);
    expect(same.dataSync()[0]).toBeGreaterThan(0);
    same.dispose();
    expect(arena().state.lent).toBe(lent);
  });

  test('what has been read outlives its tensor', async () => {
    const x = tf.tidy(() => tf.mul(matrix(4, 4, 1), 1));
    const [read, later] = [x.dataSync(), await x.data()];
    const copy = Float32Array.from(read);
    x.dispose();
    // The next tensor of that size gets the same array.
    const next = tf.tidy(() => tf.mul(tf.ones([4, 4]), 7));
    expect(read).toEqual(copy);
    expect(later).toEqual(copy);
    expect(arena().holds(read as Float32Array)).toBe(false);
    next.dispose();
  });

  test('a slice outlives what it is a slice of', () => {
    const x = tf.tidy(() => tf.mul<tf.Tensor2D>(matrix(6, 2, 1), 1));
    const expected = x.dataSync().slice(0, 4);
    const [above, row] = [tf.slice2d(x, [0, 0], [2, 2]), tf.unstack(x)[0] as tf.Tensor];
    x.dispose();
    const next = tf.tidy(() => tf.mul(tf.ones([6, 2]), 7));
    expect(above.dataSync()).toEqual(expected);
    expect(row.dataSync()).toEqual(expected.slice(0, 2));
    tf.dispose([above, next, row]);
  });

  test('a filled tensor has its numbers in the arena and gives them back', () => {
    const before = { tensors: tf.memory().numTensors, lent: arena().state.lent };
    const x = filled([2, 3], (values) => {
      expect(arena().holds(values)).toBe(true);
      values.set([1, 2, 3, 4, 5, 6]);
    });
    expect(x.arraySync()).toEqual([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
    x.dispose();
    expect({ tensors: tf.memory().numTensors, lent: arena().state.lent }).toEqual(before);
  });

  test('where the memory is used up, kernels go on in ordinary arrays, with the same numbers', () => {
    const storage = storageOf(tf.backend() as MathBackendCPU);
    const layer = matrix(4, 5, 2);
    const x = matrix(7, 3, 1);
    const results = () => tf.tidy(() => tf.grad((at) => tf.sum(tf.square(dense(at as tf.Tensor2D, layer, 'tanh'))))(x));
    const expected = results();
    const roomy = storage.arena;
    storage.moveTo(new Arena(new ArrayBuffer(256)));
    const found = results();
    expect(storage.arena.state.overflowed).toBeGreaterThan(0);
    storage.moveTo(roomy);
    const distance = tf.tidy(() => tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]);
    expect(distance).toBeLessThan(1e-5);
    tf.dispose([layer, x, expected, found]);
  });
});

describe('where vectors cannot be had', () => {
  test('no memory: the reason is told', async () => {
    expect(await loadModule(65537)).toEqual({ missing: expect.any(String) as string });
  });

  test('WebAssembly is forbidden, as by a policy without wasm-unsafe-eval: the reason is told', async () => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (): Promise<never> => Promise.reject(new WebAssembly.CompileError('forbidden'));
    try {
      expect(await loadModule()).toEqual({ missing: 'forbidden' });
    } finally {
      WebAssembly.instantiate = instantiate;
    }
  });
});

describe('the memory of the vectors', () => {
  test('never grows, so that no array is ever detached', async () => {
    const loaded = await loadModule(2);
    if ('missing' in loaded) throw new Error(loaded.missing);
    expect(() => loaded.memory.grow(1)).toThrow(RangeError);
    expect(loaded.memory.buffer.byteLength).toBe(2 * 65536);
  });
});
