// Runs to draw in tests: small, known, and with the faults that a real one may have.
import type { Frame } from '../../src/gan/frame.ts';
import { extend, newTrace, type Trace } from '../../src/plots/trace.ts';

export const steps = 60;

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
        values: { saturatingGradient: 1e-6 * (1 + (step % 3)), nonSaturatingGradient: 12 + (step % 4) },
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

export function traceOf(frame: Frame, objective: 'saturating' | 'nonSaturating' = 'saturating'): Trace {
  const trace = newTrace(objective, objective, objective === 'saturating' ? 'dashed' : 'solid');
  extend(trace, frame);
  return trace;
}
