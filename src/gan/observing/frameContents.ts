// What a frame shows of both networks: samples, D's field with D* where it is known, and where G's objective pushes its samples.
import { certain } from '../../certain.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { mean } from '../metrics/mean.ts';
import { tf } from '../tensorflow.ts';
import type { Network } from '../training/networks.ts';
import { objectives, type Adversarial } from '../training/objectives.ts';
import { gradientsOf } from '../training/updates.ts';
import type { EvaluatedNetworks, EvaluationSet } from './evaluationSet.ts';
import { firstGrid, grown, type FieldGrid } from './fieldGrid.ts';
import { knownDensity } from './knownDensity.ts';
import { readTogether } from './readback.ts';

/** What a frame shows of both networks. */
type FrameContent = Pick<Frame, 'real' | 'fake' | 'pull' | 'field'> & {
  /** D's mean logit on the generated samples. */
  fakeLogit: number;
};

export interface Framing {
  /** With `pull`, where the objective pushes the first samples. @throws Diverged */
  readonly content: (experiment: Experiment, step: number, options?: { pull?: boolean }) => Promise<FrameContent>;
  readonly dispose: () => void;
}

/** Samples of each kind in a frame; of drawings fewer are to be seen. */
const shownSamples = 512;
const shownDrawings = 24;
/** Generated samples that are pushed visibly, by dimension: more arrows than that hide each other. */
const pushed = { 1: 96, 2: 128 } as const;

const parts = {
  start: 'the first generated samples',
  real: 'the data',
  fake: 'the generated samples',
  field: "the discriminator's field",
  realOutputs: "the discriminator's output on real data",
  fakeOutputs: "the discriminator's output on generated data",
  pull: "the slope of the generator's objective over its samples",
} as const;

/** To be created before G has moved: the field covers the data and where G starts. */
export function createFraming(
  { generator, discriminator, averaged }: EvaluatedNetworks,
  { distribution, first }: EvaluationSet,
): Framing {
  const { dimension, given } = distribution;
  const { real, latents } = first(dimension > 2 ? shownDrawings : shownSamples);
  // D's field, D* and the arrows belong to G as it is now, and so do the samples between them. Drawings stand alone: they are those measured.
  const shown = dimension > 2 ? averaged : generator.variables;
  const start = tf.tidy(() => generator.apply(latents));
  let grid: FieldGrid | undefined;

  async function fitGrid(experiment: Experiment, step: number): Promise<void> {
    if (grid) {
      const next = grown(grid, experiment.generator);
      if (next !== grid) grid.points.dispose();
      grid = next;
    } else if (dimension <= 2) {
      grid = firstGrid((await readTogether(parts, step, () => ({ start }))).start, distribution);
    }
  }

  /** D*'s outputs on the field's points, where q is known and D is a classifier. */
  async function optimal(experiment: Experiment, step: number): Promise<Float32Array | undefined> {
    const { density } = distribution;
    const { probability, optimal: best } = factsOf(experiment.objective);
    if (!grid || !density || !probability || !best || dimension !== 1) return undefined;
    // D looks at what G makes now, so G's own weights count here and not their average.
    const known = await knownDensity(experiment, generator, generator.variables, dimension, step);
    if (!known) return undefined;
    const q = known.at(grid.side);
    return density(grid.side).map((p, i) => best(p, certain(q[i], 'q at a point of the field'), experiment.realLabel));
  }

  return {
    async content(experiment, step, { pull = false } = {}) {
      await fitGrid(experiment, step);
      const objective = objectives[experiment.objective];
      const { logit: asLogit, relative } = factsOf(experiment.objective);
      const best = await optimal(experiment, step);
      const read = await readTogether(parts, step, () => {
        const fake = generator.apply(latents, shown);
        const [onReal, onFake] = [discriminator.apply(real), discriminator.apply(fake)];
        return {
          real,
          fake,
          realOutputs: onReal,
          fakeOutputs: onFake,
          ...(grid && { field: discriminator.apply(grid.points) }),
          ...(pull && !objective.direct && (dimension === 1 || dimension === 2)
            ? { pull: pullOn(fake, onReal, discriminator, objective, pushed[dimension], given) }
            : {}),
        };
      });
      // Where only differences count, what lies between real and generated samples is shown as undecided.
      const middle = relative ? (mean(read.realOutputs) + mean(read.fakeOutputs)) / 2 : 0;
      const logit = (output: number) => asLogit(output) - middle;
      return {
        real: read.real,
        fake: read.fake,
        ...(read.pull && { pull: read.pull }),
        ...(grid &&
          read.field && {
            field: {
              from: grid.from,
              to: grid.to,
              size: grid.size,
              logits: read.field.map(logit),
              ...(best && { optimal: best.map(asLogit) }),
            },
          }),
        fakeLogit: mean(read.fakeOutputs.map(logit)),
      };
    },

    dispose() {
      tf.dispose([start, real, latents]);
      grid?.points.dispose();
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
