// The networks of both players, as functions of weights that are one tensor a layer.
import type { Activation, NetworkSpec } from '../../vocabulary/network.ts';
import { certain } from '../../certain.ts';
import { dense, perceptron } from '../kernels/dense.ts';
import type { Stream } from '../random.ts';
import { tf } from '../tensorflow.ts';

export type Weights = readonly tf.Tensor2D[];

type NormalSpec = Extract<NetworkSpec, { kind: 'normal' }>;

/** A network and the weights it owns. */
export interface Network {
  /**
   * One a layer, [inputs + 1, units] with the biases in the last row; [sd; mean] of a `normal`; θ [1, outputs] of a `point`,
   * ψ [inputs, outputs] of a `linear`.
   */
  readonly variables: readonly tf.Variable<tf.Rank.R2>[];
  /** [n, inputs] to [n, outputs], with its own weights or with others of the same shapes. */
  apply(x: tf.Tensor2D, weights?: Weights): tf.Tensor2D;
  dispose(): void;
}

/**
 * A network with weights drawn from `stream` as the docstring of the schema says.
 * @throws Error if `start` of a `point` or `linear` network does not fit the sizes, or a `normal` one has not one input and one output
 */
export function createNetwork(spec: NetworkSpec, inputs: number, outputs: number, stream: Stream): Network {
  switch (spec.kind) {
    case 'mlp':
      return multilayer(spec, inputs, outputs, stream);
    case 'normal': {
      if (inputs !== 1 || outputs !== 1)
        throw new Error(
          `A "normal" network has one input and one output: it needs latent 1 and data on the line, not ${inputs} and ${outputs}.`,
        );
      // A dense layer of one unit: sd is its weight, the mean its bias.
      const layer = variable(Float32Array.of(spec.sd, spec.mean), [2, 1]);
      return network([layer], (z, [own]) => dense(z, certain(own, 'the one tensor of weights'), 'identity'));
    }
    case 'point': {
      const theta = startingAt(spec.start, [1, outputs], spec.kind);
      return network([theta], (z, [point]) =>
        tf.add(tf.zeros<tf.Rank.R2>([z.shape[0], outputs]), certain(point, 'the one tensor of weights')),
      );
    }
    case 'linear': {
      const psi = startingAt(spec.start, [inputs, outputs], spec.kind);
      return network([psi], (x, [slopes]) => tf.matMul(x, certain(slopes, 'the one tensor of weights')));
    }
    default:
      return spec satisfies never;
  }
}

function multilayer(
  spec: Extract<NetworkSpec, { kind: 'mlp' }>,
  inputs: number,
  outputs: number,
  stream: Stream,
): Network {
  const sizes = [inputs, ...spec.widths, outputs];
  const last = sizes.length - 2;
  const variables = sizes.slice(1).map((units, layer) => {
    const rows = certain(sizes[layer], 'the inputs of a layer');
    const gain = layer === 0 ? spec.gain : laterGain(spec.activation);
    const spread = layer === 0 ? spec.biasSpread : 0.3 * spec.biasSpread;
    const values = new Float32Array((rows + 1) * units);
    stream.fillNormal(values);
    for (let i = 0; i < rows * units; i++) values[i] = ((values[i] as number) * gain) / Math.sqrt(rows);
    const shift = layer === last ? spec.shift : 0;
    for (let i = rows * units; i < values.length; i++) values[i] = (values[i] as number) * spread + shift;
    return variable(values, [rows + 1, units]);
  });
  return network(variables, (x, weights) => perceptron(x, weights, spec.activation));
}

/** The same network for data of which the first `given` coordinates are a condition: [condition, z] to [condition, its output]. */
export function conditional(network: Network, given: number): Network {
  if (given === 0) return network;
  return {
    ...network,
    apply(x, weights) {
      const condition = tf.slice2d(x, [0, 0], [x.shape[0], given]);
      return tf.concat2d([condition, network.apply(x, weights)], 1);
    },
  };
}

/** The layer of a `normal` network with what differs between two specs set as the later one says; the rest stays as learnt. */
export function reset(layer: tf.Tensor2D, before: NormalSpec, after: NormalSpec): tf.Tensor2D {
  const row = (i: number, key: 'sd' | 'mean') =>
    before[key] === after[key] ? tf.slice2d(layer, [i, 0], [1, 1]) : tf.tensor2d([[after[key]]]);
  return tf.concat2d([row(0, 'sd'), row(1, 'mean')], 0);
}

/** Keeps the size of signals from layer to layer: tanh is nearly the identity at small ones, the others lose part of them. */
const laterGain = (activation: Activation): number => (activation === 'tanh' ? 1 : 1.3);

function network(
  variables: readonly tf.Variable<tf.Rank.R2>[],
  forward: (x: tf.Tensor2D, weights: Weights) => tf.Tensor2D,
): Network {
  return {
    variables,
    apply: (x, weights = variables) => forward(x, weights),
    dispose: () => variables.forEach((each) => each.dispose()),
  };
}

function startingAt(start: readonly number[], shape: [number, number], kind: string): tf.Variable<tf.Rank.R2> {
  const needed = shape[0] * shape[1];
  if (start.length !== needed) throw new Error(`start: a "${kind}" network needs ${needed} here, not ${start.length}.`);
  return variable(Float32Array.from(start), shape);
}

/** A variable and nothing else: the tensor it starts from is freed. */
function variable(values: Float32Array, shape: [number, number]): tf.Variable<tf.Rank.R2> {
  return tf.tidy(() => tf.variable(tf.tensor2d(values, shape)));
}
