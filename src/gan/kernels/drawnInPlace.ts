// Tensors whose numbers are drawn straight to where the backend keeps them.
import { tf, type MathBackendCPU } from '../tensorflow.ts';
import { storageOf } from './cpu/kernels.ts';
import { sayDrawn, type Fill } from './changesEachStep.ts';

/**
 * A tensor of a shape, with the numbers that `fill` writes: it must write all of them. A replay of the step
 * writes them again. On the CPU they are written where they
 * stay, so that nothing is allocated or copied.
 */
export function filled(shape: [number, number], fill: Fill): tf.Tensor2D {
  const tensor = tf.getBackend() === 'cpu' ? inPlace(shape, fill) : uploaded(shape, fill);
  sayDrawn(tensor, fill);
  return tensor;
}

function inPlace(shape: [number, number], fill: Fill): tf.Tensor2D {
  const storage = storageOf(tf.backend() as MathBackendCPU);
  const values = storage.arena.take(shape[0] * shape[1]);
  fill(values);
  return tf.engine().makeTensorFromTensorInfo(storage.tensor(shape, values)) as tf.Tensor2D;
}

function uploaded(shape: [number, number], fill: Fill): tf.Tensor2D {
  const values = new Float32Array(shape[0] * shape[1]);
  fill(values);
  return tf.tensor2d(values, shape);
}
