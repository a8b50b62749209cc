// Trains a demo's variant until its claims are decided: what the sweep, the posters and the tests do with a demo.
import { experimentOf, judge, metricsOf, type Verdict } from '../../vocabulary/claims.ts';
import { startCourse } from './run.ts';
import type { Claim, Demo } from '../../vocabulary/experiment.ts';
import type { Frame, Measurement } from '../../vocabulary/frame.ts';

/** How one variant of a demo went. */
export interface Rehearsal {
  /** One verdict a claim, in the variant's order. */
  verdicts: Verdict[];
  /** The step of the measurement at which each claim came to hold; undefined where it did not. */
  heldAt: (number | undefined)[];
  measurements: Measurement[];
  /** The last frame, with the losses of every step and all measurements. */
  frame: Frame;
}

export interface RehearsalOptions {
  /** The experiment's own seed if left out. */
  seed?: number;
  onProgress?: (step: number, length: number) => void;
}

/**
 * Trains until every claim is decided, or to the demo's length.
 * @throws Error if there is no such variant; Diverged
 */
export async function rehearse(
  demo: Demo,
  variant: string,
  { seed, onProgress }: RehearsalOptions = {},
): Promise<Rehearsal> {
  const experiment = experimentOf(demo, variant, seed);
  const claims = demo.variants[variant]?.claims ?? [];
  const { every, length } = demo;
  const course = startCourse({ experiment, metrics: metricsOf(demo), every, length });
  const verdicts = () => claims.map((claim) => judge(claim, course.measurements));
  try {
    await course.advance(0);
    while (verdicts().includes('open') && !course.finished) {
      await course.advance(every);
      onProgress?.(course.trainer.step, length);
    }
    const frame = await course.observe();
    const measurements = [...course.measurements];
    return { verdicts: verdicts(), heldAt: claims.map((claim) => heldAt(claim, measurements)), measurements, frame };
  } finally {
    course.dispose();
  }
}

function heldAt(claim: Claim, measurements: readonly Measurement[]): number | undefined {
  return measurements.find((_, i) => judge(claim, measurements.slice(0, i + 1)) === 'holds')?.step;
}
