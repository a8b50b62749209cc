// The activation functions, with derivatives that are right to second order on the tape of TensorFlow.js.
import { exp, log1p, tanh } from '../../vocabulary/expLog.ts';
import type { Activation } from '../../vocabulary/network.ts';
import { tf } from '../tensorflow.ts';

export type { Activation };

/** The slope of 'leakyRelu' for negative arguments. */
export const LEAKY_SLOPE = 0.2;

type Real = (z: number) => number;

const sigmoid: Real = (z) => (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));

/** Each activation φ(z) with its first and second derivative, in closed form; the kinks take the value from the left. */
export const formulas: Record<Activation, { readonly value: Real; readonly first: Real; readonly second: Real }> = {
  identity: { value: (z) => z, first: () => 1, second: () => 0 },
  relu: { value: (z) => Math.max(z, 0), first: (z) => (z > 0 ? 1 : 0), second: () => 0 },
  leakyRelu: {
    value: (z) => (z > 0 ? z : LEAKY_SLOPE * z),
    first: (z) => (z > 0 ? 1 : LEAKY_SLOPE),
    second: () => 0,
  },
  tanh: {
    value: tanh,
    first: (z) => 1 - tanh(z) * tanh(z),
    second: (z) => -2 * tanh(z) * (1 - tanh(z) * tanh(z)),
  },
  softplus: {
    value: (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
    first: sigmoid,
    second: (z) => sigmoid(z) * sigmoid(-z),
  },
  silu: {
    value: (z) => z * sigmoid(z),
    first: (z) => sigmoid(z) * (1 + z * sigmoid(-z)),
    second: (z) => sigmoid(z) * sigmoid(-z) * (2 + z * (1 - 2 * sigmoid(z))),
  },
};

type Elementwise = (z: tf.Tensor) => tf.Tensor;

const positive: Elementwise = (z) => tf.cast(tf.greater(z, 0), 'float32');
const slopeOfTanh: Elementwise = (z) => tf.sub(1, tf.square(tf.tanh(z)));
const complement: Elementwise = (z) => tf.sigmoid(tf.neg(z));

/** The same formulas as plain TensorFlow.js operations: value, first derivative, second derivative. */
const plain: Record<Activation, readonly [Elementwise, Elementwise, Elementwise]> = {
  identity: [tf.clone, tf.onesLike, tf.zerosLike],
  relu: [tf.relu, positive, tf.zerosLike],
  leakyRelu: [
    (z) => tf.leakyRelu(z, LEAKY_SLOPE),
    (z) => tf.add(tf.mul(positive(z), 1 - LEAKY_SLOPE), LEAKY_SLOPE),
    tf.zerosLike,
  ],
  tanh: [tf.tanh, slopeOfTanh, (z) => tf.mul(tf.mul(tf.tanh(z), -2), slopeOfTanh(z))],
  softplus: [tf.softplus, tf.sigmoid, (z) => tf.mul(tf.sigmoid(z), complement(z))],
  silu: [
    (z) => tf.mul(z, tf.sigmoid(z)),
    (z) => tf.mul(tf.sigmoid(z), tf.add(1, tf.mul(z, complement(z)))),
    (z) => tf.mul(tf.mul(tf.sigmoid(z), complement(z)), tf.add(2, tf.mul(z, tf.sub(1, tf.mul(tf.sigmoid(z), 2))))),
  ],
};

/**
 * φ(z) elementwise, of any shape, in plain TensorFlow.js operations: once and twice differentiable.
 *
 * The gradients that TensorFlow.js has for tanh, sigmoid, elu and exp are written with the saved *output*, which its
 * tape records before the operation itself: their second derivative is silently lost. Here each derivative is a
 * function of the saved *input*.
 * @throws Error when a third derivative is asked for.
 */
export function activate<T extends tf.Tensor>(z: T, activation: Activation): T {
  return derivativeOf(z, activation, 0);
}

/** φ(z), φ′(z) or φ″(z) in plain TensorFlow.js operations, differentiable as long as the order stays at most 2. */
export function derivativeOf<T extends tf.Tensor>(z: T, activation: Activation, order: 0 | 1 | 2): T {
  const evaluate = plain[activation][order];
  const onTape = tf.customGrad((...inputs) => {
    const [input, save] = inputs as unknown as [T, tf.GradSaveFunc];
    save([input]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor => {
      if (order === 2) throw new Error(`The third derivative of the activation "${activation}" is not available.`);
      const [savedInput] = saved;
      if (savedInput === undefined) throw new Error('The tape lost the input of an activation.');
      return tf.mul(dy, derivativeOf(savedInput, activation, order === 0 ? 1 : 2));
    };
    return { value: evaluate(input), gradFunc };
  });
  return onTape(z) as T;
}
