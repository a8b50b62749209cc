// Tensors whose numbers are drawn straight to where the backend keeps them.
import { tf, type MathBackendCPU } from '../tensorflow.ts';
import { storageOf } from './cpu.ts';

/**
 * A tensor of a shape, with the numbers that `fill` writes: it must write all of them. On the CPU they are written where they
 * stay, so that nothing is allocated or copied.
 */
export function filled(shape: [number, number], fill: (values: Float32Array) => void): tf.Tensor2D {
  if (tf.getBackend() !== 'cpu') {
    const values = new Float32Array(shape[0] * shape[1]);
    fill(values);
    return tf.tensor2d(values, shape);
  }
  const storage = storageOf(tf.backend() as MathBackendCPU);
  const values = storage.arena.take(shape[0] * shape[1]);
  fill(values);
  return tf.engine().makeTensorFromTensorInfo(storage.tensor(shape, values)) as tf.Tensor2D;
}
