// The training step as bare loops over typed arrays made once: what remains when TensorFlow.js costs nothing.
import { slopes, traceInPlace } from '../gan/kernels/cpu/loops/activations.ts';
import type { LayerShape } from '../gan/kernels/cpu/arithmetic.ts';
import { inputGradient, layerGradient } from '../gan/kernels/cpu/loops/gradients.ts';
import { layerProduct } from '../gan/kernels/cpu/loops/product.ts';
import { activation, adam, firstLayers, joined, type Batch, type Contender, type Game, type Layers } from './games.ts';

export function loopContender(game: Game): Contender {
  const { batch: n } = game;
  const generator = new Net(firstLayers(game, 'generator'), n);
  const discriminator = new Net(firstLayers(game, 'discriminator'), 2 * n);
  const both = new Float32Array(4 * n);
  const logitSlopes = new Float32Array(2 * n);
  const sampleSlopes = new Float32Array(2 * n);
  let steps = 0;
  return {
    step({ real, latentD, latentG }: Batch): void {
      steps++;
      both.set(real);
      both.set(generator.forward(latentD, n), 2 * n);
      const judged = discriminator.forward(both, 2 * n);
      for (let i = 0; i < n; i++) {
        logitSlopes[i] = -1 / (1 + Math.exp(judged[i] as number)) / n;
        logitSlopes[n + i] = 1 / (1 + Math.exp(-(judged[n + i] as number))) / n;
      }
      discriminator.backward(both, logitSlopes, 2 * n, undefined, true);
      discriminator.adam(steps);

      const samples = generator.forward(latentG, n);
      const logits = discriminator.forward(samples, n);
      for (let i = 0; i < n; i++) logitSlopes[i] = -1 / (1 + Math.exp(logits[i] as number)) / n;
      discriminator.backward(samples, logitSlopes, n, sampleSlopes, false);
      generator.backward(latentG, sampleSlopes, n, undefined, true);
      generator.adam(steps);
    },
    weights: () => joined([...generator.layers, ...discriminator.layers].map(({ values }) => values)),
    dispose: () => undefined,
  };
}

/** A multilayer perceptron and the arrays that its passes need, for batches up to `most`. */
class Net {
  readonly layers: Layers;
  private readonly outputs: Float32Array[];
  private readonly outputSlopes: Float32Array[];
  private readonly gradients: Float32Array[];
  private readonly means: Float32Array[];
  private readonly squares: Float32Array[];

  constructor(layers: Layers, most: number) {
    this.layers = layers;
    this.outputs = layers.map(({ shape }) => new Float32Array(most * shape[1]));
    this.outputSlopes = layers.map(({ shape }) => new Float32Array(most * shape[1]));
    this.gradients = layers.map(({ values }) => new Float32Array(values.length));
    this.means = layers.map(({ values }) => new Float32Array(values.length));
    this.squares = layers.map(({ values }) => new Float32Array(values.length));
  }

  private shape(i: number, batch: number): LayerShape {
    const [rows, units] = (this.layers[i] as Layers[number]).shape;
    return { batch, inputs: rows - 1, units };
  }

  forward(x: Float32Array, batch: number): Float32Array {
    let input = x;
    this.layers.forEach(({ values, shape }, i) => {
      const output = (this.outputs[i] as Float32Array).subarray(0, batch * shape[1]);
      layerProduct(input, values, true, this.shape(i, batch), output);
      if (i < this.layers.length - 1) traceInPlace(output, activation);
      input = output;
    });
    return input;
  }

  /** From the slopes of the loss by the outputs: by x into `xSlopes` if given, by the layers if `learns`. */
  backward(
    x: Float32Array,
    slopesAbove: Float32Array,
    batch: number,
    xSlopes: Float32Array | undefined,
    learns: boolean,
  ): void {
    let above = slopesAbove;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const { values } = this.layers[i] as Layers[number];
      const shape = this.shape(i, batch);
      const input = i === 0 ? x : (this.outputs[i - 1] as Float32Array);
      if (learns) layerGradient(input, above, true, shape, this.gradients[i] as Float32Array);
      if (i === 0) {
        if (xSlopes !== undefined) inputGradient(above, values, shape, xSlopes);
        return;
      }
      const below = (this.outputSlopes[i - 1] as Float32Array).subarray(0, batch * shape.inputs);
      inputGradient(above, values, shape, below);
      slopes(below, input, activation, below);
      above = below;
    }
  }

  adam(step: number): void {
    const { learningRate, beta1, beta2, epsilon } = adam;
    const rate = learningRate / (1 - beta1 ** step);
    const rootCorrection = 1 / Math.sqrt(1 - beta2 ** step);
    this.layers.forEach(({ values }, layer) => {
      const [gradient, means, squares] = [this.gradients[layer], this.means[layer], this.squares[layer]] as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      for (let i = 0; i < values.length; i++) {
        const slope = gradient[i] as number;
        const mean = beta1 * (means[i] as number) + (1 - beta1) * slope;
        const square = beta2 * (squares[i] as number) + (1 - beta2) * slope * slope;
        means[i] = mean;
        squares[i] = square;
        values[i] = (values[i] as number) - (rate * mean) / (Math.sqrt(square) * rootCorrection + epsilon);
      }
    });
  }
}
