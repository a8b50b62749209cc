// What no step can be faster than: its products alone, in vectors, over arrays that are made once.
import { arithmeticFor, storageOf } from '../gan/kernels/cpu/kernels.ts';
import type { LayerShape } from '../gan/kernels/cpu/arithmetic.ts';
import { tf, type MathBackendCPU } from '../gan/tensorflow.ts';
import type { Contender, Game } from './games.ts';

/** To be made while the CPU backend computes in vectors. */
export function floorContender({ width, batch }: Game): Contender {
  const backend = tf.backend() as MathBackendCPU;
  const { arena } = storageOf(backend);
  const arithmetic = arithmeticFor(backend, []);
  const most = 2 * batch * width;
  const [x, layer, y] = [most, (width + 1) * width, most].map((length) => arena.take(length).fill(0.1)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const shapes = (samples: number, outputs: number): LayerShape[] =>
    [2, width, width].map((inputs, i) => ({ batch: samples, inputs, units: [width, width, outputs][i] as number }));
  const forwards = (all: LayerShape[]) => all.forEach((shape) => arithmetic.layerProduct(x, layer, true, shape, y));
  const toLayers = (all: LayerShape[]) => all.forEach((shape) => arithmetic.layerGradient(x, y, true, shape, layer));
  const toInputs = (all: LayerShape[]) => all.forEach((shape) => arithmetic.inputGradient(y, layer, shape, x));
  const [generator, both, discriminator] = [shapes(batch, 2), shapes(2 * batch, 1), shapes(batch, 1)];
  return {
    step() {
      forwards(generator);
      forwards(both);
      toLayers(both);
      toInputs(both.slice(1));
      forwards(generator);
      forwards(discriminator);
      toInputs(discriminator);
      toLayers(generator);
      toInputs(generator.slice(1));
      // Nothing is learnt, so numbers must be kept from running away.
      for (const array of [x, layer, y]) array.fill(0.1);
    },
    weights: () => undefined,
    dispose: () => [x, layer, y].forEach((array) => arena.give(array)),
  };
}
