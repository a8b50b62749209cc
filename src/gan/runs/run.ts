// A run from its start to its end: trains, and measures at the same steps however fast the machine is.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Plan } from '../../vocabulary/plan.ts';
import type { Frame, Measurement } from '../../vocabulary/frame.ts';
import type { Snapshot } from '../training/snapshot.ts';
import { createTrainer, type Trainer } from './trainer.ts';

/** A run: a trainer, and what has been measured of it. */
export interface TrainingRun {
  /** The trainer now: another one after `restart`. */
  readonly trainer: Trainer;
  /** All measurements since the start or since `resume`, oldest first: at step 0 (after the warm-up) and at every multiple of `every`. */
  readonly measurements: readonly Measurement[];
  /** Whether the run has come to its length. */
  readonly finished: boolean;
  /**
   * Trains at most `most` steps (warm-up steps count here) and measures where it must. Resolves to the steps done: fewer
   * only at the run's length. Not to be called again before it has resolved. @throws Diverged
   */
  advance(most: number): Promise<number>;
  /** What the trainer sees now, with the measurements that came since the last frame. @throws Diverged */
  observe(): Promise<Frame>;
  /** Back to the start of the plan's experiment, or of another one. */
  restart(experiment?: Experiment): void;
  /** Goes on from a snapshot of this plan's run; where its step is one to measure at, that is done again. */
  resume(snapshot: Snapshot): void;
  dispose(): void;
}

/** Starts a run on the backend in use. @throws Error if the experiment's parts do not fit together */
export function startRun(plan: Plan): TrainingRun {
  let trainer = createTrainer(plan.experiment);
  let measurements: Measurement[] = [];
  /** How many of them have gone with a frame. */
  let taken = 0;

  const due = () =>
    !trainer.warmup && trainer.step % plan.every === 0 && trainer.step > (measurements.at(-1)?.step ?? -1);
  const measureIfDue = async () => {
    if (due()) measurements.push(await trainer.measure(plan.metrics));
  };
  const finished = () => !trainer.warmup && trainer.step >= plan.length;

  return {
    get trainer() {
      return trainer;
    },
    get measurements() {
      return measurements;
    },
    get finished() {
      return finished();
    },
    async advance(most) {
      await measureIfDue();
      let done = 0;
      while (done < most && !finished()) {
        trainer.advance();
        done += 1;
        await measureIfDue();
      }
      return done;
    },
    async observe() {
      const observation = await trainer.observe({ pull: plan.pull });
      const frame = { ...observation, measurements: measurements.slice(taken) };
      taken = measurements.length;
      return frame;
    },
    restart(experiment = plan.experiment) {
      trainer.dispose();
      trainer = createTrainer(experiment);
      measurements = [];
      taken = 0;
    },
    resume(snapshot) {
      trainer.restore(snapshot);
      measurements = [];
      taken = 0;
    },
    dispose: () => trainer.dispose(),
  };
}
