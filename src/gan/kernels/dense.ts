// A dense layer with its activation: the one operation that the networks are made of.
import { activate, type Activation } from './activations.ts';
import { tf } from '../tensorflow.ts';
import './register.ts';
import { keepsValue, kernels } from './names.ts';

/**
 * φ([x, 1] · layer): a dense layer with bias and activation, differentiable twice on the tape.
 * @param x [batch, inputs]
 * @param layer [inputs + 1, units]: the weights, and below them the biases as the last row, so that one tensor is the
 *   whole layer: one gradient, one moment estimate, one snapshot.
 * @returns [batch, units]
 * @throws Error if the shapes do not fit.
 */
export function dense(x: tf.Tensor2D, layer: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  checkFit(x, layer);
  return activated(product(x, layer, 'identity', activation, true), activation);
}

/**
 * A multilayer perceptron: `dense` for each of `layers`, `hidden` the activation of all but the last, which has none.
 * The same function and the same gradients as layer by layer, in fewer kernels: what lies between two layers is never
 * seen from outside, so the tape may know it by its trace alone.
 * @param x [batch, inputs]
 * @param layers as `dense` takes them, each fitting the one before
 * @returns [batch, units of the last layer]
 */
export function perceptron(x: tf.Tensor2D, layers: readonly tf.Tensor2D[], hidden: Activation): tf.Tensor2D {
  if (!keepsValue(hidden))
    return layers.reduce((h, layer, i) => dense(h, layer, i < layers.length - 1 ? hidden : 'identity'), x);
  return layers.reduce((trace, layer, i) => {
    checkFit(trace, layer);
    return product(trace, layer, i === 0 ? 'identity' : hidden, i < layers.length - 1 ? hidden : 'identity', true);
  }, x);
}

/** The same layer in plain TensorFlow.js operations: the reference that `dense` is tested and measured against. */
export function densePlain(x: tf.Tensor2D, layer: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  const [rows, units] = layer.shape;
  const weights = tf.slice2d(layer, [0, 0], [rows - 1, units]);
  const biases = tf.slice2d(layer, [rows - 1, 0], [1, units]);
  return activate(tf.add(tf.matMul(x, weights), biases), activation);
}

function checkFit(x: tf.Tensor2D, layer: tf.Tensor2D): void {
  if (x.shape[1] + 1 === layer.shape[0]) return;
  throw new Error(
    `A layer of shape [${layer.shape.join(', ')}] takes ${layer.shape[0] - 1} inputs and a bias row; ` +
      `its input has shape [${x.shape.join(', ')}].`,
  );
}

function run(kernel: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap = {}): tf.Tensor2D {
  return tf.engine().runKernel<tf.Tensor2D>(kernel, inputs, attrs);
}

function activated(trace: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  return activation === 'identity' ? trace : run(kernels.activate, { trace }, { activation });
}
function product(
  trace: tf.Tensor2D,
  layer: tf.Tensor2D,
  input: Activation,
  output: Activation,
  bias: boolean,
): tf.Tensor2D {
  return run(kernels.product, { trace, layer }, { input, output, bias });
}
/** By the trace of the input; where the input is not activated its trace is itself. */
function inputGradient(slopes: tf.Tensor2D, layer: tf.Tensor2D, trace: tf.Tensor2D, input: Activation): tf.Tensor2D {
  return input === 'identity'
    ? run(kernels.inputGradient, { slopes, layer })
    : run(kernels.traceGradient, { slopes, layer, trace }, { input });
}
function layerGradient(trace: tf.Tensor2D, slopes: tf.Tensor2D, input: Activation, bias: boolean): tf.Tensor2D {
  return run(kernels.layerGradient, { trace, slopes }, { input, bias });
}
function slope(dy: tf.Tensor2D, trace: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  return run(kernels.slope, { dy, trace }, { activation });
}
function curvature(dy: tf.Tensor2D, factor: tf.Tensor2D, trace: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  return run(kernels.curvature, { dy, factor, trace }, { activation });
}

// The tape knows a layer as two operations, z = [x, 1] · layer and y = φ(z), although one kernel computes both: the
// product hands over the trace of z, and whatever differentiates by a trace differentiates by z. Saving the trace as
// the *input* of what follows matters: TensorFlow.js records a saved output before the operation that made it, and
// loses its second derivative. The products are closed under differentiation.

type Gradients = Record<string, () => tf.Tensor2D>;

function registerGradient<Saved extends tf.Tensor2D[]>(
  kernelName: string,
  inputsToSave: { [Index in keyof Saved]: string },
  gradient: (dy: tf.Tensor2D, saved: Saved, attrs: tf.NamedAttrMap) => Gradients,
): void {
  tf.registerGradient({
    kernelName,
    inputsToSave,
    gradFunc: (dy, saved, attrs) => gradient(dy as tf.Tensor2D, saved as Saved, attrs),
  });
}

type One = [tf.Tensor2D];
type Two = [tf.Tensor2D, tf.Tensor2D];
type Three = [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];

registerGradient<Two>(kernels.product, ['trace', 'layer'], (dz, [trace, layer], { input, bias }) => ({
  trace: () => inputGradient(dz, layer, trace, input as Activation),
  layer: () => layerGradient(trace, dz, input as Activation, bias as boolean),
}));

registerGradient<Two>(kernels.layerGradient, ['trace', 'slopes'], (dLayer, [trace, slopes], { input, bias }) => ({
  trace: () => inputGradient(slopes, dLayer, trace, input as Activation),
  slopes: () => product(trace, dLayer, input as Activation, 'identity', bias as boolean),
}));

registerGradient<Two>(kernels.inputGradient, ['slopes', 'layer'], (dx, [slopes, layer]) => ({
  slopes: () => product(dx, layer, 'identity', 'identity', false),
  layer: () => layerGradient(dx, slopes, 'identity', false),
}));

registerGradient<Three>(
  kernels.traceGradient,
  ['slopes', 'layer', 'trace'],
  (dz, [slopes, layer, trace], { input }) => {
    const dx = (): tf.Tensor2D => slope(dz, trace, input as Activation);
    return {
      slopes: () => product(dx(), layer, 'identity', 'identity', false),
      layer: () => layerGradient(dx(), slopes, 'identity', false),
      trace: () => curvature(dz, run(kernels.inputGradient, { slopes, layer }), trace, input as Activation),
    };
  },
);

registerGradient<One>(kernels.activate, ['trace'], (dy, [trace], { activation }) => ({
  trace: () => slope(dy, trace, activation as Activation),
}));

registerGradient<Two>(kernels.slope, ['dy', 'trace'], (dz, [dy, trace], { activation }) => ({
  dy: () => slope(dz, trace, activation as Activation),
  trace: () => curvature(dz, dy, trace, activation as Activation),
}));

registerGradient<Three>(kernels.curvature, ['dy', 'factor', 'trace'], (dz, [dy, factor, trace], { activation }) => ({
  dy: () => curvature(dz, factor, trace, activation as Activation),
  factor: () => curvature(dz, dy, trace, activation as Activation),
  trace: () => {
    throw new Error(`The third derivative of the activation "${activation as Activation}" is not available.`);
  },
}));
