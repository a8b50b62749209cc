// Observes of a run what its metrics need, reads it back together, and computes them.
import { certain } from '../../certain.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Measurement } from '../../vocabulary/frame.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import type { Distribution } from '../data/distribution.ts';
import { measure, needsOf } from '../metrics/metrics.ts';
import type { Need, Observed } from '../metrics/observation.ts';
import { tf } from '../tensorflow.ts';
import { objectives } from '../training/objectives.ts';
import { gradientsOf } from '../training/updates.ts';
import type { EvaluatedNetworks, EvaluationSet } from './evaluationSet.ts';
import { knownDensity, type KnownDensity } from './knownDensity.ts';
import { lossTogetherAndApart } from './labelledBatch.ts';
import { readTogether } from './readback.ts';
import { regularGrid } from './regularGrid.ts';

/** Latents in a gradient norm. */
const gradientLatents = 512;
/** Points on the line: fine enough for a density a hundredth as wide as the grid. */
const linePoints = 1025;

export interface Measuring {
  /** @throws Diverged */
  readonly measure: (experiment: Experiment, metrics: readonly Metric[], step: number) => Promise<Measurement>;
  readonly dispose: () => void;
}

/** What is read back, and what it is called if it is not finite. */
const parts = {
  theta: 'a weight',
  psi: 'a weight',
  fake: 'the generated samples',
  realOutputs: "the discriminator's output on real data",
  fakeOutputs: "the discriminator's output on generated data",
  losses: 'a loss on the evaluation samples',
  labelledBatch: 'a loss on the evaluation samples',
  alongLine: "the discriminator's output along the line",
  saturating: "the saturating objective's gradient",
  nonSaturating: "the non-saturating objective's gradient",
} as const;
type Parts = { readonly [Part in keyof typeof parts]?: tf.Tensor | undefined };

/** Measures both networks on the set, whose tensors stay the caller's. */
export function createMeasuring(
  { generator, discriminator, averaged }: EvaluatedNetworks,
  set: EvaluationSet,
): Measuring {
  const { distribution, real, realTensor, latents } = set;
  const few = tf.slice2d(latents, [0, 0], [Math.min(gradientLatents, latents.shape[0]), latents.shape[1]]);

  /** ∇L_G under one objective at G's own weights, all layers in one. */
  const gradient = (name: 'saturating' | 'nonSaturating'): tf.Tensor1D => {
    const loss = () => {
      const outputs = discriminator.apply(generator.apply(few));
      return objectives[name].generator(outputs, outputs);
    };
    const { gradients } = gradientsOf(loss, generator.variables);
    return tf.concat1d(gradients.map((each) => tf.reshape<tf.Rank.R1>(each, [each.size])));
  };

  /** What is read back for each need; nothing where it cannot be observed. To be called in a tidy. */
  function tensorsFor(experiment: Experiment, line: Float32Array | undefined): Record<Need, () => Parts> {
    const { realLabel } = experiment;
    const objective = objectives[experiment.objective];
    let made: tf.Tensor2D | undefined;
    let judged: [real: tf.Tensor2D, fake: tf.Tensor2D] | undefined;
    const fake = () => (made ??= generator.apply(latents, averaged));
    const outputs = () => (judged ??= [discriminator.apply(realTensor), discriminator.apply(fake())]);
    return {
      parameters: () => (isDirac(experiment) ? { theta: generator.variables[0], psi: discriminator.variables[0] } : {}),
      samples: () => ({ fake: fake() }),
      outputs() {
        const [realOutputs, fakeOutputs] = outputs();
        return { realOutputs, fakeOutputs };
      },
      losses() {
        const [onReal, onFake] = outputs();
        const ofDiscriminator = objective.discriminator(onReal, onFake, realLabel);
        const ofGenerator = objective.direct
          ? objective.direct(fake(), realTensor)
          : objective.generator(onFake, onReal);
        return { losses: tf.stack([ofDiscriminator, ofGenerator]) };
      },
      labelledBatch() {
        if (factsOf(experiment.objective).probability !== sigmoid) return {};
        const loss = objective.discriminator;
        return { labelledBatch: lossTogetherAndApart(discriminator, realTensor, fake(), realLabel, loss) };
      },
      // Known from the weights: see `observe`.
      generatorDensity: () => ({}),
      alongLine: () => (line ? { alongLine: discriminator.apply(tf.tensor2d(line, [line.length, 1])) } : {}),
      gradientNorms: () => ({ saturating: gradient('saturating'), nonSaturating: gradient('nonSaturating') }),
    };
  }

  /** What is needed, as far as it can be observed. */
  async function observe(needs: ReadonlySet<Need>, experiment: Experiment, step: number): Promise<Observed> {
    const known = needs.has('generatorDensity')
      ? await knownDensity(experiment, generator, averaged, distribution.dimension, step)
      : undefined;
    const line = known && needs.has('alongLine') ? lineFor(distribution, known) : undefined;
    const read = await readTogether(parts, step, () => {
      const tensors = Object.entries(tensorsFor(experiment, line)) as [Need, () => Parts][];
      return Object.assign({}, ...tensors.map(([need, of]) => (needs.has(need) ? of() : {}))) as Parts;
    });
    const { theta, psi, fake, realOutputs, fakeOutputs, losses, labelledBatch, alongLine, saturating, nonSaturating } =
      read;
    const first = (numbers: Float32Array) => certain(numbers[0], 'the first of two losses');
    const second = (numbers: Float32Array) => certain(numbers[1], 'the second of two losses');
    return {
      parameters: theta && psi && { theta, psi },
      samples: fake && { real, fake },
      outputs: realOutputs && fakeOutputs && { real: realOutputs, fake: fakeOutputs },
      losses: losses && { discriminator: first(losses), generator: second(losses) },
      labelledBatch: labelledBatch && { together: first(labelledBatch), apart: second(labelledBatch) },
      generatorDensity: known?.at,
      alongLine: line && alongLine && { points: line, outputs: alongLine },
      gradientNorms: saturating &&
        nonSaturating && { saturating: norm(saturating), nonSaturating: norm(nonSaturating) },
    } satisfies Record<Need, unknown>;
  }

  return {
    async measure(experiment, metrics, step) {
      const { objective, realLabel } = experiment;
      const observed = await observe(needsOf(metrics), experiment, step);
      const values: Measurement['values'] = {};
      for (const metric of metrics) {
        const value = measure(metric, observed, { distribution, objective, realLabel });
        if (value !== undefined) values[metric] = value;
      }
      return { step, values };
    },
    dispose: () => few.dispose(),
  };
}

/** A grid on the line that holds both densities: the data's extent leaves out tails, which half its width on either side brings in. */
function lineFor({ dimension, extent: [from, to] }: Distribution, known: KnownDensity): Float32Array | undefined {
  if (dimension !== 1) return undefined;
  const half = (to - from) / 2;
  return regularGrid(Math.min(from - half, known.from), Math.max(to + half, known.to), linePoints);
}

const isDirac = ({ generator, discriminator }: Experiment): boolean =>
  generator.kind === 'point' && discriminator.kind === 'linear';

const norm = (gradient: Float32Array): number => Math.sqrt(gradient.reduce((sum, each) => sum + each * each, 0));
