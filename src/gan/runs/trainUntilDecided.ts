// Trains variants of a demo until their claims are decided: what the sweep, the recordings and the tests do with a demo.
import type { Demo } from '../../vocabulary/demo.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { judgeAll, type Judgement } from '../../vocabulary/judging.ts';
import { experimentOf, planOf, variantOf } from '../../vocabulary/variants.ts';
import { startRun, type TrainingRun } from './run.ts';

/** How one variant went. */
export interface Outcome {
  /** One a claim, in the variant's order. */
  readonly judgements: readonly Judgement[];
  /** The last frame, with the losses of every step and all measurements. */
  readonly frame: Frame;
}

export interface VerdictOptions {
  /** The experiment's own seed if left out. */
  seed?: number;
  /** Told after every stretch how far the runs are. */
  onProgress?: (step: number, length: number) => void;
}

/** A run whose claims are judged as its measurements come. */
interface JudgedRun {
  readonly run: TrainingRun;
  readonly judgements: readonly Judgement[];
  advance(steps: number): Promise<void>;
}

function startJudged(demo: Demo, variant: string, seed: number | undefined): JudgedRun {
  const run = startRun(planOf(demo, experimentOf(demo, variant, seed)));
  const { claims } = variantOf(demo, variant);
  let judgements: readonly Judgement[] = judgeAll(claims, []);
  let judged = 0;
  return {
    run,
    get judgements() {
      return judgements;
    },
    async advance(steps) {
      await run.advance(steps);
      judgements = judgeAll(claims, run.measurements.slice(judged), judgements);
      judged = run.measurements.length;
    },
  };
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
  const all = variants.map((name) => startJudged(demo, name, seed));
  const open = () => all.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'open'));
  try {
    for (const each of all) await each.advance(each.run.trainer.experiment.schedule.warmup);
    while (open() && !all.every(({ run }) => run.finished)) {
      for (const each of all) await each.advance(demo.every);
      onProgress?.(Math.max(...all.map(({ run }) => run.trainer.step)), demo.length);
    }
    const outcomes: Outcome[] = [];
    for (const { run, judgements } of all) outcomes.push({ judgements, frame: await run.observe() });
    return outcomes;
  } finally {
    for (const { run } of all) run.dispose();
  }
}
