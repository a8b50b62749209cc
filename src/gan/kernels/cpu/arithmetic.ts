// What the CPU path computes with, from arrays into given arrays: vectors of WebAssembly, or plain loops.
import type { Activation } from '../activations.ts';

/** The shape of one layer's product: x is [batch, inputs], the layer [inputs + 1, units], the result [batch, units]. */
export interface LayerShape {
  readonly batch: number;
  readonly inputs: number;
  readonly units: number;
}

/** Adam's numbers for one step, bias corrections included: see `applyAdam`. */
export interface AdamStep {
  readonly beta1: number;
  readonly beta2: number;
  readonly rate: number;
  readonly rootCorrection: number;
  readonly epsilon: number;
}

export interface SgdStep {
  readonly rate: number;
  readonly momentum: number;
}

/** Where a layer's numbers lie in its network's memory: `height` rows of `width` numbers, from row `from` on, `columns` apart. */
export interface Place {
  readonly from: number;
  readonly height: number;
  readonly width: number;
  readonly columns: number;
}

export type Operation = 'add' | 'subtract' | 'multiply' | 'divide';
export type Mapping = 'exp' | 'tanh' | 'sigmoid' | 'softplus';

type Numbers = Float32Array;

/**
 * Every function writes all of `result`, and nothing else unless it says so. The arrays of 'simd' are an arena's; its
 * results are the same bits in every engine. Those of 'loops' may be any, and agree with it to about 1e-6 of the largest term.
 */
export interface Arithmetic {
  readonly name: 'simd' | 'loops';
  /** result = [x, 1] · layer, or x · (layer without its last row) if `bias` is false. */
  layerProduct(x: Numbers, layer: Numbers, bias: boolean, shape: LayerShape, result: Numbers): void;
  /** result = slopes · (layer without its last row)ᵀ, [batch, inputs]. */
  inputGradient(slopes: Numbers, layer: Numbers, shape: LayerShape, result: Numbers): void;
  /** result = [x, 1]ᵀ · slopes, [inputs + 1, units]; its last row is 0 if `bias` is false. */
  layerGradient(x: Numbers, slopes: Numbers, bias: boolean, shape: LayerShape, result: Numbers): void;
  /** Replaces each z by the trace of φ at z: φ(z), but z itself for 'silu'. */
  traceInPlace(z: Numbers, activation: Activation): void;
  /** result = φ(z) from the trace of φ at z. */
  value(trace: Numbers, activation: Activation, result: Numbers): void;
  /** result = dy · φ′(z), from the trace of φ at z. `result` may be `dy`. */
  slopes(dy: Numbers, trace: Numbers, activation: Activation, result: Numbers): void;
  /** result = dy · factor · φ″(z), from the trace of φ at z. */
  curvature(dy: Numbers, factor: Numbers, trace: Numbers, activation: Activation, result: Numbers): void;
  /** result[0] = mean softplus(sign · logits) */
  meanSoftplus(logits: Numbers, sign: number, result: Numbers): void;
  /** result = scale · σ(sign · logits) */
  softplusSlopes(logits: Numbers, sign: number, scale: number, result: Numbers): void;
  /** A step of Adam on one layer, in place: its parameters, and its part of the moments (the means, then the squares). */
  adam(parameters: Numbers, gradients: Numbers, moments: Numbers, place: Place, step: AdamStep): void;
  /** A step of gradient descent on one layer, in place: its parameters, and its part of the velocities. */
  sgd(parameters: Numbers, gradients: Numbers, velocities: Numbers, place: Place, step: SgdStep): void;
  /** result = a ∘ b, elementwise; a or b may be one number. */
  combine(operation: Operation, a: Numbers, b: Numbers, result: Numbers): void;
  /** result[m, n] = a[m] ∘ b[m, n], or b[m, n] ∘ a[m] if `reversed`. */
  combineRows(operation: Operation, a: Numbers, b: Numbers, reversed: boolean, result: Numbers): void;
  /** result = f(x), elementwise. */
  map(mapping: Mapping, x: Numbers, result: Numbers): void;
  /** result[m] = Σₙ a[m, n], a of rows of equal length. */
  rowSums(a: Numbers, result: Numbers): void;
}
