// What a frame shows of a run: samples, D's field with D* where it is known, and where G's objective pushes its samples.
import { grown, newCanvas, type Canvas } from './fieldGrid.ts';
import type { Distribution } from '../data/distribution.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { gradientsOf } from '../training/updates.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { mean } from '../metrics/discriminator.ts';
import { knownDensity } from './knownDensity.ts';
import type { Network, Weights } from '../training/networks.ts';
import { objectives, type Adversarial } from '../training/objectives.ts';
import { readTogether } from './readback.ts';
import { tf } from '../tensorflow.ts';

/** What is looked at, on samples and latents that never change; the tensors stay the caller's. */
export interface Scene {
  readonly distribution: Distribution;
  readonly generator: Network;
  readonly discriminator: Network;
  /** The moving average of G's weights, or G's own. */
  readonly averaged: Weights;
  /** n × dimension */
  readonly real: tf.Tensor2D;
  /** n × G's inputs, one row for each real sample */
  readonly latents: tf.Tensor2D;
}

export type Picture = Pick<Frame, 'real' | 'fake' | 'pull' | 'field'> & {
  /** D's mean logit on the generated samples. */
  fakeLogit: number;
};

export interface Painter {
  /** With `pull`, where the objective pushes the first samples. @throws Diverged */
  picture(experiment: Experiment, step: number, wishes?: { pull?: boolean }): Promise<Picture>;
  dispose(): void;
}

const nothing = new Float32Array(0);
/** Generated samples that are pushed visibly, by dimension: more arrows than that hide each other. */
const pushed = { 1: 96, 2: 128 } as const;

const parts = {
  start: 'the first generated samples',
  real: 'the data',
  fake: 'the generated samples',
  field: "the discriminator's field",
  realLogits: "the discriminator's output on real data",
  fakeLogits: "the discriminator's output on generated data",
  pull: "the slope of the generator's objective over its samples",
} as const;

/** To be created before G has moved: the field covers the data and where G starts. */
export function createPainter({ distribution, generator, discriminator, averaged, real, latents }: Scene): Painter {
  const { dimension, given } = distribution;
  // D's field, D* and the arrows belong to G as it is now, and so do the samples between them. Drawings stand alone: they are those measured.
  const shown = dimension > 2 ? averaged : generator.variables;
  const start = tf.tidy(() => generator.apply(latents));
  let canvas: Canvas | undefined;

  async function fit(experiment: Experiment, step: number): Promise<void> {
    if (canvas) {
      const next = grown(canvas, experiment.generator);
      if (next !== canvas) canvas.points.dispose();
      canvas = next;
    } else if (dimension <= 2) {
      canvas = newCanvas((await readTogether(parts, step, () => ({ start }))).start ?? nothing, distribution);
    }
  }

  /** D*'s outputs on the field's points, where q is known and D is a classifier. */
  async function optimal(experiment: Experiment, step: number): Promise<Float32Array | undefined> {
    const { density } = distribution;
    const { probability, optimal: best } = factsOf(experiment.objective);
    if (!canvas || !density || !probability || !best || dimension !== 1) return undefined;
    // D looks at what G makes now, so G's own weights count here and not their average.
    const known = await knownDensity(experiment, generator, generator.variables, dimension, step);
    if (!known) return undefined;
    const { from, to, size } = canvas;
    const points = Float32Array.from({ length: size }, (_, i) => from + ((to - from) * i) / (size - 1));
    const [p, q] = [density(points), known.at(points)];
    return points.map((_, i) => best(p[i] ?? 0, q[i] ?? 0, experiment.realLabel));
  }

  return {
    async picture(experiment, step, { pull = false } = {}) {
      await fit(experiment, step);
      const objective = objectives[experiment.objective];
      const { logit: asLogit, relative } = factsOf(experiment.objective);
      const best = await optimal(experiment, step);
      const read = await readTogether(parts, step, () => {
        const fake = generator.apply(latents, shown);
        const [onReal, onFake] = [discriminator.apply(real), discriminator.apply(fake)];
        return {
          real,
          fake,
          realLogits: onReal,
          fakeLogits: onFake,
          ...(canvas && { field: discriminator.apply(canvas.points) }),
          ...(pull && !objective.direct && (dimension === 1 || dimension === 2)
            ? { pull: pullOn(fake, onReal, discriminator, objective, pushed[dimension], given) }
            : {}),
        };
      });
      const { fakeLogits = nothing, realLogits = nothing, field } = read;
      // Where only differences count, what lies between real and generated samples is shown as undecided.
      const middle = relative ? (mean(realLogits) + mean(fakeLogits)) / 2 : 0;
      const logit = (output: number) => asLogit(output) - middle;
      return {
        real: read.real ?? nothing,
        fake: read.fake ?? nothing,
        ...(read.pull && { pull: read.pull }),
        ...(canvas &&
          field && {
            field: {
              from: canvas.from,
              to: canvas.to,
              size: canvas.size,
              logits: field.map(logit),
              ...(best && { optimal: best.map(asLogit) }),
            },
          }),
        fakeLogit: mean(fakeLogits.map(logit)),
      };
    },

    dispose() {
      start.dispose();
      canvas?.points.dispose();
    },
  };
}

/**
 * Minus the slope of each sample's own term of L_G over the sample: k × dimension. The loss is a mean, so a term's slope is n times that of
 * the loss. What was given to G is not its to move.
 */
function pullOn(
  fake: tf.Tensor2D,
  onReal: tf.Tensor2D,
  discriminator: Network,
  objective: Adversarial,
  most: number,
  given: number,
): tf.Tensor2D {
  const n = Math.min(most, fake.shape[0]);
  const dimension = fake.shape[1];
  const some = tf.slice2d(fake, [0, 0], [n, dimension]);
  const paired = tf.slice2d(onReal, [0, 0], [n, 1]);
  const loss = () => objective.generator(discriminator.apply(some), paired);
  const slopes = gradientsOf(loss, [some]).gradients[0] as tf.Tensor2D;
  const pull = tf.mul<tf.Tensor2D>(slopes, -n);
  if (given === 0) return pull;
  const own = tf.slice2d(pull, [0, given], [n, dimension - given]);
  return tf.concat2d([tf.zeros<tf.Rank.R2>([n, given]), own], 1);
}
