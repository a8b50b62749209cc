// A run on the worker's side: its training, and what the page has yet to be told.
import { createSpeedLimit } from './speedLimit.ts';
import type { TrainingRun } from '../../gan/runs/run.ts';
import { buffersOf } from '../../gan/training/snapshot.ts';
import { checkedExperiment } from './checking.ts';
import type { Activity, Move, Report, Resumption, RunId } from '../protocol.ts';

/** A report, and the buffers that go to the page with it instead of being copied. */
interface Parcel {
  report: Report;
  transfer: ArrayBuffer[];
}

export interface WorkerRun {
  /** Whether it is its turn in the next round: it plays, and its start has been shown. */
  readonly training: boolean;
  /** Whether the page waits for a frame, and there is one that it has not seen. */
  readonly due: boolean;
  play(): void;
  pause(): void;
  ask(): void;
  /** @throws Error if the experiment may not follow the one before */
  change(experiment: unknown): void;
  /** @throws Error if the experiment is not right; the run is then of no more use */
  reset(experiment: unknown): void;
  /** @throws Diverged */
  step(move: Move): Promise<void>;
  /** A turn of at most so many steps. Resolves to those done: none where the run would go faster than it may. @throws Diverged */
  train(steps: number): Promise<number>;
  /** The frame, and behind it the snapshot where one is wanted. @throws Diverged */
  deliver(): Promise<Parcel[]>;
  dispose(): void;
}

/** Milliseconds between two snapshots of a run that plays: what a reader loses at most if the engine dies. */
const BETWEEN_SNAPSHOTS = 2000;

/**
 * @param stepsPerSecond no more than these, if there is a limit
 * @throws Error if `from` does not fit the run
 */
export function createWorkerRun(
  id: RunId,
  run: TrainingRun,
  from: Resumption | undefined,
  stepsPerSecond: number | undefined,
): WorkerRun {
  let playing = false;
  let begun = false;
  let shown = false;
  let asked = false;
  let news = true;
  let unsaved = false;
  let savedAt = performance.now();
  let changes: number[] = [];
  const limit = createSpeedLimit(stepsPerSecond);

  if (from?.snapshot) run.resume(from.snapshot);
  if (from?.experiment) run.trainer.change(from.experiment);

  const moved = () => {
    news = true;
    unsaved = true;
  };
  const activity = (): Activity => {
    if (run.finished) return 'finished';
    if (!playing) return 'paused';
    return begun ? 'training' : 'starting';
  };

  return {
    get training() {
      return playing && shown;
    },
    get due() {
      return asked && news;
    },
    play() {
      playing = !run.finished;
      begun = false;
      // That it plays shows in the first trained frame; a run at its end has none, and says so again.
      news ||= run.finished;
    },
    pause() {
      playing = false;
      news = true;
    },
    ask() {
      asked = true;
    },
    change(experiment) {
      run.trainer.change(checkedExperiment(experiment));
      changes.push(run.trainer.step);
      moved();
    },
    reset(experiment) {
      run.restart(experiment === undefined ? undefined : checkedExperiment(experiment));
      changes = [];
      begun = false;
      shown = false;
      unsaved = false;
      news = true;
    },
    async step(move) {
      if (move === 'both') await run.advance(1);
      else run.trainer.move(move);
      moved();
    },
    async train(steps) {
      // While D learns alone there is nothing to watch.
      const may = run.trainer.warmup ? steps : Math.min(steps, limit.allowed());
      if (may === 0) return 0;
      const done = await run.advance(may);
      limit.took(done);
      begun = true;
      if (run.finished) playing = false;
      moved();
      return done;
    },
    async deliver() {
      // What must be measured at the very start goes with the first frame.
      await run.advance(0);
      const frame = await run.observe();
      const report: Report = { is: 'frame', run: id, frame, activity: activity(), changes };
      const { real, fake, pull, field } = frame;
      const arrays = [real, fake, pull, field?.logits, field?.optimal].filter((each) => each !== undefined);
      const buffers = arrays.map((numbers) => numbers.buffer as ArrayBuffer);
      const parcels: Parcel[] = [{ report, transfer: [...new Set(buffers)] }];
      shown = true;
      asked = false;
      news = false;
      changes = [];
      if (unsaved && (!playing || performance.now() - savedAt >= BETWEEN_SNAPSHOTS)) {
        const snapshot = await run.trainer.snapshot();
        parcels.push({ report: { is: 'saved', run: id, snapshot }, transfer: buffersOf(snapshot) });
        unsaved = false;
        savedAt = performance.now();
      }
      return parcels;
    },
    dispose: () => run.dispose(),
  };
}
