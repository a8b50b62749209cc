// Sees a run without touching it: its samples, D's field and its metrics, on data and latents that never change.
import { newCanvas, type Canvas } from './canvas.ts';
import { affineDensity } from './density.ts';
import type { Distribution } from './distributions.ts';
import type { Experiment, Metric } from './experiment.ts';
import type { Field, Measurement } from './frame.ts';
import { gradientsOf } from './game.ts';
import { mean } from './judgement.ts';
import { evaluationSize, measure, type Sight } from './metrics.ts';
import type { Network, Weights } from './networks.ts';
import { objectives } from './objectives.ts';
import { stream } from './random.ts';
import { readTogether } from './reading.ts';
import { tf } from './tensorflow.ts';

const nothing = new Float32Array(0);

/** Samples of each kind in a picture, and latents in a gradient norm. */
const few = 512;

/** What is looked at: both networks, and the weights of G that metrics judge. */
export interface Subject {
  readonly generator: Network;
  readonly discriminator: Network;
  readonly averaged: Weights;
}

export interface Picture {
  real: Float32Array;
  fake: Float32Array;
  field: Field;
  /** D's mean logit on the generated samples. */
  fakeLogit: number;
}

export interface Evaluation {
  /** @throws Diverged */
  measure(experiment: Experiment, metrics: readonly Metric[], step: number): Promise<Measurement>;
  /** @throws Diverged */
  picture(experiment: Experiment, step: number): Promise<Picture>;
  dispose(): void;
}

/** What is read back, and what it is called if it is not finite. */
const parts = {
  start: 'the first generated samples',
  fake: 'the generated samples',
  field: "the discriminator's field",
  realLogits: "the discriminator's output on real data",
  fakeLogits: "the discriminator's output on generated data",
  losses: 'a loss on the evaluation samples',
  saturating: "the saturating objective's gradient",
  nonSaturating: "the non-saturating objective's gradient",
  parameters: 'a weight',
} as const;

/** To be created before G has moved: the field covers the data and where G starts. */
export function createEvaluation(initial: Experiment, distribution: Distribution, subject: Subject): Evaluation {
  const { generator, discriminator, averaged } = subject;
  const { dimension } = distribution;
  const random = stream(initial.seed, 'evaluation');
  const size = evaluationSize[dimension];
  const real = distribution.sample(size, random);
  const latentValues = new Float32Array(size * initial.latent);
  random.fillNormal(latentValues);
  const latents = tf.tensor2d(latentValues, [size, initial.latent]);
  const fewLatents = tf.slice2d(latents, [0, 0], [few, initial.latent]);
  const realTensor = tf.tensor2d(real, [size, dimension]);
  const start = tf.tidy(() => generator.apply(fewLatents));
  let canvas: Canvas | undefined;

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
      const wants = (...some: Metric[]) => metrics.some((metric) => some.includes(metric));
      const objective = objectives[experiment.objective];
      const read = await readTogether(parts, step, () => {
        const fake = generator.apply(latents, averaged);
        const seen: Partial<Record<keyof typeof parts, tf.Tensor>> = { fake };
        if (wants('indecision', 'optimalGap', 'meanFakeLogit', 'discriminatorLoss', 'generatorLoss')) {
          const [onReal, onFake] = [discriminator.apply(realTensor), discriminator.apply(fake)];
          seen.realLogits = onReal;
          seen.fakeLogits = onFake;
          if (wants('discriminatorLoss', 'generatorLoss')) {
            seen.losses = tf.stack([
              objective.discriminator(onReal, onFake, experiment.realLabel),
              objective.generator(onFake, onReal),
            ]);
          }
        }
        if (wants('saturatingGradient', 'nonSaturatingGradient', 'gradientRatio')) {
          seen.saturating = gradient('saturating');
          seen.nonSaturating = gradient('nonSaturating');
        }
        if (wants('radius') && isDirac(experiment)) {
          seen.parameters = tf.concat([...generator.variables, ...discriminator.variables], 1);
        }
        return seen;
      });
      const { fake, realLogits, fakeLogits, losses, saturating, nonSaturating, parameters } = read;
      if (!fake) throw new Error('The generated samples were not read.');
      const sight: Sight = {
        distribution,
        objective: experiment.objective,
        realLabel: experiment.realLabel,
        real,
        fake,
        ...(realLogits && { realLogits }),
        ...(fakeLogits && { fakeLogits }),
        ...(losses && { losses: { discriminator: losses[0] ?? NaN, generator: losses[1] ?? NaN } }),
        ...(saturating &&
          nonSaturating && { gradientNorms: { saturating: norm(saturating), nonSaturating: norm(nonSaturating) } }),
        ...(parameters && { parameters: [...parameters] }),
        ...(wants('optimalGap') && (await knownDensity(experiment, subject, dimension, step))),
      };
      const values: Measurement['values'] = {};
      for (const metric of metrics) {
        const value = measure(metric, sight);
        if (value !== undefined) values[metric] = value;
      }
      return { step, values };
    },

    async picture(experiment, step) {
      canvas ??= newCanvas((await readTogether(parts, step, () => ({ start }))).start ?? nothing, distribution);
      const { from, to, size: side, points } = canvas;
      const read = await readTogether(parts, step, () => {
        const fake = generator.apply(fewLatents);
        const fakeLogits = discriminator.apply(fake);
        const realLogits = discriminator.apply(tf.slice2d(realTensor, [0, 0], [few, dimension]));
        return { fake, fakeLogits, realLogits, field: discriminator.apply(points) };
      });
      const { logit: asLogit, relative } = objectives[experiment.objective];
      const { fake = nothing, fakeLogits = nothing, realLogits = nothing, field = nothing } = read;
      // Where only differences count, what lies between real and generated samples is shown as undecided.
      const middle = relative ? (mean(realLogits) + mean(fakeLogits)) / 2 : 0;
      const logit = (output: number) => asLogit(output) - middle;
      return {
        real: real.slice(0, few * dimension),
        fake,
        field: { from, to, size: side, logits: field.map(logit) },
        fakeLogit: mean(fakeLogits.map(logit)),
      };
    },

    dispose() {
      tf.dispose([latents, fewLatents, realTensor, start]);
      canvas?.points.dispose();
    },
  };
}

/** The generator's density where G is affine in its latents and D sees no noise. */
async function knownDensity(
  { generator: spec, latent, instanceNoise }: Experiment,
  { generator, averaged }: Subject,
  dimension: number,
  step: number,
): Promise<{ generatorDensity: NonNullable<Sight['generatorDensity']> } | undefined> {
  if (instanceNoise || spec.kind !== 'mlp' || spec.activation !== 'identity') return undefined;
  const { fake } = await readTogether(parts, step, () => {
    const probes = tf.concat2d([tf.zeros<tf.Rank.R2>([1, latent]), tf.eye(latent)], 0);
    return { fake: generator.apply(probes, averaged) };
  });
  const row = (i: number) => [...(fake ?? []).slice(i * dimension, (i + 1) * dimension)];
  const offset = row(0);
  const columns = Array.from({ length: latent }, (_, i) => row(i + 1).map((value, j) => value - (offset[j] ?? 0)));
  const generatorDensity = affineDensity(offset, columns);
  return generatorDensity && { generatorDensity };
}

const isDirac = ({ generator, discriminator }: Experiment): boolean =>
  generator.kind === 'point' && discriminator.kind === 'linear';

const norm = (gradient: Float32Array): number => Math.sqrt(gradient.reduce((sum, each) => sum + each * each, 0));
