// The names, inputs and attributes of the fused kernels, shared by the tape and by both backends.
import type { Activation } from '../../vocabulary/network.ts';

/**
 * What each kernel computes. The trace of z is what is kept of z to differentiate φ at z: the value φ(z) where φ′ and φ″
 * follow from it, else z itself. A trace stands for z: the gradient by a trace is the gradient by z.
 */
export const kernels = {
  /** The trace, for φ = `output`, of [x, 1] · layer with x = φ(z) for φ = `input`; without `bias`, of x · weights. Inputs trace, layer. */
  product: 'DenseProduct',
  /** slopes · weightsᵀ: the product's gradient by x. Inputs slopes, layer. */
  inputGradient: 'DenseInputGradient',
  /** (slopes · weightsᵀ) · φ′(z): the product's gradient by z. Inputs slopes, layer, trace. */
  traceGradient: 'DenseTraceGradient',
  /** [x, 1]ᵀ · slopes with x = φ(z): the product's gradient by the layer. Inputs trace, slopes. */
  layerGradient: 'DenseLayerGradient',
  /** φ(z). Input trace. */
  activate: 'DenseActivate',
  /** dy · φ′(z). Inputs dy, trace. */
  slope: 'DenseSlope',
  /** dy · factor · φ″(z). Inputs dy, factor, trace. */
  curvature: 'DenseCurvature',
  /** mean softplus(sign · logits), a scalar. Input logits. */
  meanSoftplus: 'MeanSoftplus',
  /** dy · sign · σ(sign · logits) / n: the mean's gradient. Inputs dy (a scalar), logits. */
  meanSoftplusGradient: 'MeanSoftplusGradient',
  /** The first `at` rows, and the rest. Input x. */
  splitRows: 'SplitRows',
  /** A step of Adam: new parameters, then new moments. Inputs parameter0 …, gradient0 …, moments. */
  adam: 'NetworkAdam',
  /** A step of gradient descent: new parameters, then new velocities. Inputs as for Adam, with velocities. */
  sgd: 'NetworkSgd',
} as const;

export type KernelName = (typeof kernels)[keyof typeof kernels];

/** The activations whose derivatives follow from their value, so that a layer needs to keep nothing else. */
export type Invertible = Exclude<Activation, 'silu'>;

/** Whether the trace of a layer is φ(z) itself. */
export function keepsValue(activation: Activation): activation is Invertible {
  return activation !== 'silu';
}
