// Trains variants of a demo until their claims are decided: what the sweep, the recordings and the tests do with a demo.
import type { Demo } from '../../vocabulary/demo.ts';
import type { Frame, Measurement } from '../../vocabulary/frame.ts';
import { judge, type Judgement } from '../../vocabulary/judging.ts';
import { experimentOf, planOf } from '../../vocabulary/variants.ts';
import { startRun } from './run.ts';

/** How one variant went. */
export interface Outcome {
  /** One a claim, in the variant's order. */
  readonly judgements: readonly Judgement[];
  readonly measurements: readonly Measurement[];
  /** The last frame, with the losses of every step and all measurements. */
  readonly frame: Frame;
}

export interface VerdictOptions {
  /** The experiment's own seed if left out. */
  seed?: number;
  /** Told after every stretch how far the runs are. */
  onProgress?: (step: number, length: number) => void;
}

/**
 * Trains the variants side by side, all to the same step: the first at which every claim of each is decided, or the demo's length.
 * @returns one outcome a variant, in their order
 * @throws Error if there is no such variant; Diverged
 */
export async function trainToVerdict(
  demo: Demo,
  variants: readonly string[],
  { seed, onProgress }: VerdictOptions = {},
): Promise<Outcome[]> {
  const runs = variants.map((name) => {
    const experiment = experimentOf(demo, name, seed);
    return {
      warmup: experiment.schedule.warmup,
      run: startRun(planOf(demo, experiment)),
      claims: demo.variants[name]?.claims ?? [],
    };
  });
  const judged = ({ run, claims }: (typeof runs)[number]) => claims.map((claim) => judge(claim, run.measurements));
  const open = () => runs.some((each) => judged(each).some(({ verdict }) => verdict === 'open'));
  try {
    for (const { run, warmup } of runs) await run.advance(warmup);
    while (open() && !runs.every(({ run }) => run.finished)) {
      for (const { run } of runs) await run.advance(demo.every);
      onProgress?.(runs[0]?.run.trainer.step ?? 0, demo.length);
    }
    const outcomes: Outcome[] = [];
    for (const each of runs) {
      const frame = await each.run.observe();
      outcomes.push({ judgements: judged(each), measurements: [...each.run.measurements], frame });
    }
    return outcomes;
  } finally {
    for (const { run } of runs) run.dispose();
  }
}
