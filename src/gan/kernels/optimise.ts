// Parameter updates for a whole network at once: Adam, and gradient descent with momentum.
import { power } from '../../vocabulary/expLog.ts';
import { tf } from '../tensorflow.ts';
import './register.ts';
import { kernels } from './names.ts';
import { stackLayers } from './stackLayout.ts';
import { changing, type Attributes } from './changesEachStep.ts';

/** Adam's constants; `epsilon` is explicit because the default of TensorFlow.js differs between backends. */
export interface AdamConstants {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** The constants of one update, and its number: 1 for the first. */
export interface AdamUpdate extends AdamConstants {
  readonly count: number;
}

/** The constants of gradient descent with (heavy-ball) momentum; 0 is plain gradient descent. */
export interface SgdConstants {
  readonly learningRate: number;
  readonly momentum: number;
}

/** Adam's running means for a network: one variable [2 · rows, columns], opaque, the same on every backend. */
export function newMoments(parameters: readonly tf.Variable<tf.Rank.R2>[]): tf.Variable<tf.Rank.R2> {
  const { rows, columns } = stackLayers(parameters.map(({ shape }) => shape));
  return tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([2 * rows, columns])));
}

/** The velocities of gradient descent with momentum: one variable [rows, columns], opaque, the same on every backend. */
export function newVelocities(parameters: readonly tf.Variable<tf.Rank.R2>[]): tf.Variable<tf.Rank.R2> {
  const { rows, columns } = stackLayers(parameters.map(({ shape }) => shape));
  return tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([rows, columns])));
}

/**
 * One step of Adam (Kingma and Ba 2014, arXiv:1412.6980, algorithm 1) on every parameter of a network.
 * @param parameters the network's layers; each is assigned its new value
 * @param gradients of the loss, one for each parameter, of its shape; not disposed
 * @param moments from `newMoments(parameters)`; assigned too
 * @param next called once for this update, and once more for each time that the step is replayed
 */
export function applyAdam(
  parameters: readonly tf.Variable<tf.Rank.R2>[],
  gradients: readonly tf.Tensor2D[],
  moments: tf.Variable<tf.Rank.R2>,
  next: () => AdamUpdate,
): void {
  update(kernels.adam, parameters, gradients, { moments }, () => {
    const { learningRate, beta1, beta2, epsilon, count } = next();
    // lr · (m / c1) / (√(v / c2) + ε), with the bias corrections c1 and c2 brought outside the elementwise part.
    const rate = learningRate / (1 - power(beta1, count));
    const rootCorrection = 1 / Math.sqrt(1 - power(beta2, count));
    return { beta1, beta2, rate, rootCorrection, epsilon };
  });
}

/**
 * One step of gradient descent on every parameter of a network: velocity ← momentum · velocity + gradient,
 * parameter ← parameter − learningRate · velocity (Polyak 1964; Sutskever et al. 2013 for the form).
 * @param velocities from `newVelocities(parameters)`; left out where there is no momentum
 * @param next called once for this update, and once more for each time that the step is replayed
 */
export function applySgd(
  parameters: readonly tf.Variable<tf.Rank.R2>[],
  gradients: readonly tf.Tensor2D[],
  velocities: tf.Variable<tf.Rank.R2> | undefined,
  next: () => SgdConstants,
): void {
  const still = velocities ?? newVelocities(parameters);
  update(kernels.sgd, parameters, gradients, { velocities: still }, () => {
    const { learningRate: rate, momentum } = next();
    if (velocities === undefined && momentum !== 0)
      throw new Error(`Gradient descent with momentum ${momentum} needs velocities to keep.`);
    return { rate, momentum };
  });
  if (velocities === undefined) still.dispose();
}

/** Runs a kernel whose results are the new values of `parameters`, then of `memory`'s one variable. */
function update(
  kernel: string,
  parameters: readonly tf.Variable<tf.Rank.R2>[],
  gradients: readonly tf.Tensor2D[],
  memory: Readonly<Record<string, tf.Variable<tf.Rank.R2>>>,
  attrs: Attributes,
): void {
  const inputs: tf.NamedTensorMap = { ...memory };
  parameters.forEach((parameter, i) => {
    const gradient = gradients[i];
    if (gradient?.shape.join() !== parameter.shape.join()) {
      throw new Error(
        `Parameter ${i} has shape [${parameter.shape.join(', ')}], its gradient [${gradient?.shape.join(', ') ?? ''}].`,
      );
    }
    inputs[`parameter${i}`] = parameter;
    inputs[`gradient${i}`] = gradient;
  });
  const results = tf.engine().runKernel<tf.Tensor2D[]>(kernel, inputs, changing(attrs));
  [...parameters, ...Object.values(memory)].forEach((variable, i) => {
    const result = results[i];
    if (result === undefined) throw new Error(`The kernel ${kernel} returned too few results.`);
    variable.assign(result);
    result.dispose();
  });
}
