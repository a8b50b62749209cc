// Measures a run without touching it, on data and latents that never change, and keeps what its pictures show.
import type { Distribution } from '../data/distribution.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Measurement } from '../../vocabulary/frame.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { gradientsOf } from '../training/updates.ts';
import { bothHalves } from './labelledBatch.ts';
import { gridOver } from '../metrics/gameValue.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { knownDensity, type KnownDensity } from './knownDensity.ts';
import { evaluationSize, measure, type Sight } from '../metrics/metrics.ts';
import type { Network, Weights } from '../training/networks.ts';
import { objectives } from '../training/objectives.ts';
import { createPainter, type Painter } from './framing.ts';
import { stream } from '../random.ts';
import { readTogether } from './readback.ts';
import { tf } from '../tensorflow.ts';

const nothing = new Float32Array(0);

/** Latents in a gradient norm, and samples of each kind in a picture; of drawings fewer are to be seen. */
const few = 512;
const fewDrawings = 24;

/** What is looked at: both networks, and the weights of G that metrics judge. */
export interface Subject {
  readonly generator: Network;
  readonly discriminator: Network;
  readonly averaged: Weights;
}

export interface Evaluation extends Painter {
  /** @throws Diverged */
  measure(experiment: Experiment, metrics: readonly Metric[], step: number): Promise<Measurement>;
}

/** What is read back, and what it is called if it is not finite. */
const parts = {
  fake: 'the generated samples',
  realLogits: "the discriminator's output on real data",
  fakeLogits: "the discriminator's output on generated data",
  gridLogits: "the discriminator's output along the line",
  losses: 'a loss on the evaluation samples',
  halves: 'a loss on the evaluation samples',
  saturating: "the saturating objective's gradient",
  nonSaturating: "the non-saturating objective's gradient",
  parameters: 'a weight',
} as const;

/** Metrics by what must be seen for them. */
const ofOutputs: readonly Metric[] = [
  'indecision',
  'optimalGap',
  'meanFakeLogit',
  'realScore',
  'fakeScore',
  'discriminatorLoss',
  'generatorLoss',
];
const ofLosses: readonly Metric[] = ['discriminatorLoss', 'generatorLoss'];
const ofGradients: readonly Metric[] = ['saturatingGradient', 'nonSaturatingGradient', 'gradientRatio'];
const ofValue: readonly Metric[] = ['value', 'optimalValue', 'valueGap'];
const ofParameters: readonly Metric[] = ['radius', 'theta', 'psi'];

/** To be created before G has moved: the picture covers the data and where G starts. */
export function createEvaluation(initial: Experiment, distribution: Distribution, subject: Subject): Evaluation {
  const { generator, discriminator, averaged } = subject;
  const { dimension, given } = distribution;
  const random = stream(initial.seed, 'evaluation');
  const size = evaluationSize(dimension);
  const real = distribution.sample(size, random);
  const realTensor = tf.tensor2d(real, [size, dimension]);
  const latents = evaluationLatents(size, initial.latent, realTensor, given, (target) => random.fillNormal(target));
  const shown = Math.min(dimension > 2 ? fewDrawings : few, size);
  const fewLatents = tf.slice2d(latents, [0, 0], [Math.min(few, size), latents.shape[1]]);
  const scene = {
    distribution,
    generator,
    discriminator,
    averaged,
    real: tf.slice2d(realTensor, [0, 0], [shown, dimension]),
    latents: tf.slice2d(latents, [0, 0], [shown, latents.shape[1]]),
  };
  const painter = createPainter(scene);

  /** ∇L_G under one objective at G's own weights, all layers in one. */
  const gradient = (name: 'saturating' | 'nonSaturating'): tf.Tensor1D => {
    const loss = () => {
      const outputs = discriminator.apply(generator.apply(fewLatents));
      return objectives[name].generator(outputs, outputs);
    };
    const { gradients } = gradientsOf(loss, generator.variables);
    return tf.concat1d(gradients.map((each) => tf.reshape<tf.Rank.R1>(each, [each.size])));
  };

  return {
    async measure(experiment, metrics, step) {
      const wants = (some: readonly Metric[]) => metrics.some((metric) => some.includes(metric));
      const objective = objectives[experiment.objective];
      const known = wants(['optimalGap', ...ofValue])
        ? await knownDensity(experiment, generator, averaged, dimension, step)
        : undefined;
      const grid = known && wants(ofValue) ? lineFor(distribution, known) : undefined;
      const onlyParameters = metrics.every((metric) => ofParameters.includes(metric));
      const read = await readTogether(parts, step, () => {
        const seen: Partial<Record<keyof typeof parts, tf.Tensor>> = {};
        if (wants(ofParameters) && isDirac(experiment)) {
          seen.parameters = tf.concat([...generator.variables, ...discriminator.variables], 1);
        }
        if (onlyParameters) return seen;
        const fake = generator.apply(latents, averaged);
        seen.fake = fake;
        if (wants(ofOutputs)) {
          const [onReal, onFake] = [discriminator.apply(realTensor), discriminator.apply(fake)];
          seen.realLogits = onReal;
          seen.fakeLogits = onFake;
          if (wants(ofLosses)) {
            seen.losses = tf.stack([
              objective.discriminator(onReal, onFake, experiment.realLabel),
              objective.direct ? objective.direct(fake, realTensor) : objective.generator(onFake, onReal),
            ]);
          }
        }
        if (wants(['halvesGap']) && factsOf(experiment.objective).probability === sigmoid)
          seen.halves = bothHalves(discriminator, realTensor, fake, experiment.realLabel, objective.discriminator);
        if (grid) seen.gridLogits = discriminator.apply(tf.tensor2d(grid, [grid.length, 1]));
        if (wants(ofGradients)) {
          seen.saturating = gradient('saturating');
          seen.nonSaturating = gradient('nonSaturating');
        }
        return seen;
      });
      const { fake = nothing, realLogits, fakeLogits, gridLogits, losses, halves } = read;
      const { saturating, nonSaturating, parameters } = read;
      const sight: Sight = {
        distribution,
        objective: experiment.objective,
        realLabel: experiment.realLabel,
        real,
        fake,
        ...(realLogits && { realLogits }),
        ...(fakeLogits && { fakeLogits }),
        ...(losses && { losses: { discriminator: losses[0] ?? NaN, generator: losses[1] ?? NaN } }),
        ...(halves && { halves: { together: halves[0] ?? NaN, apart: halves[1] ?? NaN } }),
        ...(saturating &&
          nonSaturating && { gradientNorms: { saturating: norm(saturating), nonSaturating: norm(nonSaturating) } }),
        ...(parameters && { parameters: [...parameters] }),
        ...(known && { generatorDensity: known.at }),
        ...(grid && gridLogits && { alongLine: { points: grid, outputs: gridLogits } }),
      };
      const values: Measurement['values'] = {};
      for (const metric of metrics) {
        const value = measure(metric, sight);
        if (value !== undefined) values[metric] = value;
      }
      return { step, values };
    },

    picture: (experiment, step, wishes) => painter.picture(experiment, step, wishes),

    dispose() {
      painter.dispose();
      tf.dispose([latents, fewLatents, realTensor, scene.real, scene.latents]);
    },
  };
}

/** n × G's inputs: where G is given a condition, that of the real sample in the same row, and then normal latents. */
function evaluationLatents(
  n: number,
  latent: number,
  real: tf.Tensor2D,
  given: number,
  fillNormal: (target: Float32Array) => void,
): tf.Tensor2D {
  const values = new Float32Array(n * latent);
  fillNormal(values);
  return tf.tidy(() => {
    const normal = tf.tensor2d(values, [n, latent]);
    return given === 0 ? normal : tf.concat2d([tf.slice2d(real, [0, 0], [n, given]), normal], 1);
  });
}

/** A grid on the line that holds both densities: the data's extent leaves out tails, which half its width on either side brings in. */
function lineFor({ dimension, extent: [from, to] }: Distribution, known: KnownDensity): Float32Array | undefined {
  if (dimension !== 1) return undefined;
  const half = (to - from) / 2;
  return gridOver(Math.min(from - half, known.from), Math.max(to + half, known.to));
}

const isDirac = ({ generator, discriminator }: Experiment): boolean =>
  generator.kind === 'point' && discriminator.kind === 'linear';

const norm = (gradient: Float32Array): number => Math.sqrt(gradient.reduce((sum, each) => sum + each * each, 0));
