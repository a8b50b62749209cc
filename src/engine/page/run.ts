// A run as the page sees it: types only.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { FrameReport, Player, ReadyReport } from '../protocol.ts';

/**
 * What a run is doing, true at any time. `starting`: the engine, its shaders or the run itself are coming up (again), until the
 * first frame, and after `play` until the first trained frame. `finished`: paused by itself at the plan's length. `failed`: see
 * `failure`; `reset` tries again.
 */
export type RunState = 'starting' | 'training' | 'paused' | 'finished' | 'failed' | 'closed';

/** A live experiment. No method waits, and none throws for what the engine does; that shows in `state` and in the frames. */
export interface Run {
  readonly state: RunState;
  /** A sentence for the reader while `state` is 'failed'. */
  readonly failure: string | undefined;
  /** A sentence about the last command if it was refused; the run goes on as it was. */
  readonly refusal: string | undefined;
  /** The backend and renderer it trains on; undefined until the engine is up. */
  readonly engine: ReadyReport | undefined;
  play(): void;
  pause(): void;
  /** One step of the schedule, or one move of one player; for a run that does not play. Default 'both'. */
  step(player?: Player): void;
  /** Goes on from the weights as they are; the next frame's `changes` has the step. Refused if more than objective, penalties, optimisers, schedule, realLabel or instanceNoise differs. */
  change(experiment: Experiment): void;
  /** Back to the start of the plan's experiment, or of the given one, which is the plan's from then on. It goes on playing if it played. Frames of before never come after. */
  reset(experiment?: Experiment): void;
  /** For a figure that nobody can see: stops until `resume`, and remembers whether the run plays. `play` and `pause` meanwhile change only that. */
  suspend(): void;
  resume(): void;
  /**
   * The frames, for one `for await` loop. The end of the loop's body asks for the next, so that one is in flight; a paused run has
   * no next one until something changes. Losses, measurements and changes of a step come exactly once, also when the engine had to be
   * started again. Failures do not end it. `close` ends it, and leaving the loop closes the run.
   */
  frames(): AsyncIterable<FrameReport>;
  /** Calls `listener` whenever state, failure, refusal or engine have changed. Returns what ends it. */
  watch(listener: () => void): () => void;
  /** Ends the run and frees all it holds. */
  close(): void;
}
