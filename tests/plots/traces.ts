// Runs to draw in tests: small, known, and with the faults that a real one may have.
import type { Claim } from '../../src/vocabulary/claim.ts';
import type { Data } from '../../src/vocabulary/data.ts';
import { type Experiment, experimentSchema } from '../../src/vocabulary/experiment.ts';
import type { Frame } from '../../src/vocabulary/frame.ts';
import { extend, newTrace, type Trace } from '../../src/plots/trace.ts';

const steps = 60;
const mlp = { kind: 'mlp', widths: [4], activation: 'relu' } as const;
const sgd = { kind: 'sgd', rate: 0.1 } as const;

/** An experiment on a line; `change` makes it another one. */
export function experimentWith(change: Partial<Experiment> = {}): Experiment {
  const given = {
    seed: 1,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 1,
    generator: mlp,
    discriminator: mlp,
    objective: 'saturating',
    optimisers: { generator: sgd, discriminator: sgd },
    batch: 8,
  } as const;
  return { ...experimentSchema.parse(given), ...change };
}

/** A Dirac-GAN with step size 0.1, both players from the same old state unless told otherwise. */
export const diracWith = (change: Partial<Experiment> = {}): Experiment =>
  experimentWith({
    data: { kind: 'dirac', at: 0 },
    generator: { kind: 'point', start: [1] },
    discriminator: { kind: 'linear', start: [0] },
    schedule: { warmup: 0, discriminatorSteps: 1, generatorSteps: 1, order: 'simultaneous' },
    ...change,
  });

/** A frame on a line: data around 0, generated samples around −8, D sure that it can tell them apart. */
export function frameOnLine(change: Partial<Frame> = {}): Frame {
  const size = 32;
  const ladder = Array.from({ length: steps }, (_, i) => i + 1);
  return {
    step: steps,
    dimension: 1,
    real: Float32Array.from({ length: 50 }, (_, i) => -1 + i / 25),
    fake: Float32Array.from({ length: 50 }, (_, i) => -8.5 + i / 50),
    field: { from: -10, to: 4, size, logits: Float32Array.from({ length: size }, (_, i) => (i < size / 2 ? -20 : 20)) },
    losses: { step: ladder, discriminator: ladder.map((i) => 1 / i), generator: ladder.map((i) => 5 + Math.sin(i)) },
    measurements: ladder
      .filter((step) => step % 5 === 0)
      .map((step) => ({
        step,
        values: {
          saturatingGradient: 1e-6 * (1 + (step % 3)),
          nonSaturatingGradient: 12 + (step % 4),
          realScore: 0.5 + step / 200,
          fakeScore: 0.5 - step / 150,
          value: -2 / (1 + step / 10),
          optimalValue: -0.01,
          wasserstein1: 8 / step,
          theta: Math.cos(step / 5),
          psi: Math.sin(step / 5),
        },
      })),
    ...change,
  };
}

/** A frame in the plane: four points of each kind, D undecided on the left and sure on the right. */
export function frameInPlane(change: Partial<Frame> = {}): Frame {
  const size = 8;
  const logits = Float32Array.from({ length: size * size }, (_, i) => (i % size < size / 2 ? 0 : 30));
  return {
    ...frameOnLine(),
    dimension: 2,
    real: Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1),
    fake: Float32Array.of(0.5, 0.5, -0.5, 0.5, -0.5, -0.5),
    field: { from: -2, to: 2, size, logits },
    ...change,
  };
}

/** A frame of drawings of 16 × 16 pixels: real ones have ink on the left half alone, generated ones are half ink everywhere. */
export function frameOfDrawings(change: Partial<Frame> = {}): Frame {
  const dimension = 256;
  const { field, ...rest } = frameOnLine();
  if (field === undefined) throw new Error('a frame on a line has a field');
  return {
    ...rest,
    dimension,
    real: Float32Array.from({ length: 30 * dimension }, (_, i) => (i % 16 < 8 ? 1 : -1)),
    fake: new Float32Array(80 * dimension),
    ...change,
  };
}

export const claim: Claim = { says: 'It arrives within sixty steps.', metric: 'wasserstein1', atMost: 0.2, at: 50 };

export const dataOf = {
  line: { kind: 'gaussian', mean: 0, sd: 1 },
  plane: { kind: 'moons', sd: 0.1 },
  cats: { kind: 'cats' },
} as const satisfies Record<string, Data>;

export function traceOf(
  frame: Frame,
  objective: Experiment['objective'] = 'saturating',
  change: Partial<Experiment> = {},
  claims: readonly Claim[] = [claim],
): Trace {
  const line = objective === 'saturating' ? 'dashed' : 'solid';
  const trace = newTrace(objective, experimentWith({ objective, ...change }), claims, line);
  extend(trace, frame);
  return trace;
}
