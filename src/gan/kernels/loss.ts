// The cross-entropies of a logit as one operation each, and the halves of a batch that D judged in one pass.
import { derivativeOf } from './activations.ts';
import { tf } from '../tensorflow.ts';
import './register.ts';
import { kernels } from './names.ts';

/**
 * mean softplus(sign · logits), a scalar, differentiable twice. With sign +1 it is −mean log(1 − σ(l)): what judging l
 * as generated costs; with −1 it is −mean log σ(l): what judging l as real costs.
 */
export function meanSoftplus(logits: tf.Tensor, sign: 1 | -1): tf.Scalar {
  return tf.engine().runKernel<tf.Scalar>(kernels.meanSoftplus, { logits }, { sign });
}

/**
 * The first `at` rows of x [rows, columns], and the rest: two tensors that are differentiated together, so that D can
 * judge real and generated data as one batch at the price of one.
 * @throws Error if either half were empty.
 */
export function splitRows(x: tf.Tensor2D, at: number): [tf.Tensor2D, tf.Tensor2D] {
  const rows = x.shape[0];
  if (!Number.isInteger(at) || at < 1 || at >= rows) throw new Error(`${rows} rows cannot be split at ${at}.`);
  const halves = tf.engine().runKernel<tf.Tensor[]>(kernels.splitRows, { x }, { at });
  return halves as [tf.Tensor2D, tf.Tensor2D];
}

tf.registerGradient({
  kernelName: kernels.meanSoftplus,
  inputsToSave: ['logits'],
  gradFunc: (dy, saved, attrs) => {
    const inputs = { dy: dy as tf.Tensor, logits: (saved as [tf.Tensor])[0] };
    return { logits: () => tf.engine().runKernel<tf.Tensor>(kernels.meanSoftplusGradient, inputs, attrs) };
  },
});

// Only a gradient of a gradient asks for these (consensus optimisation, say), so plain operations do.
tf.registerGradient({
  kernelName: kernels.meanSoftplusGradient,
  inputsToSave: ['dy', 'logits'],
  gradFunc: (dSlope, saved, { sign }) => {
    const [dy, logits] = saved as [tf.Scalar, tf.Tensor];
    const factor = tf.div(dSlope as tf.Tensor, logits.size);
    const signed = (): tf.Tensor => tf.mul(logits, sign as number);
    return {
      dy: () =>
        tf.reshape(tf.mul(tf.sum(tf.mul(factor, derivativeOf(signed(), 'softplus', 1))), sign as number), dy.shape),
      logits: () => tf.mul(tf.mul(factor, dy), derivativeOf(signed(), 'softplus', 2)),
    };
  },
});

tf.registerGradient({
  kernelName: kernels.splitRows,
  gradFunc: (dy) => ({ x: () => tf.concat2d(dy as tf.Tensor2D[], 0) }),
});
