// A run on the page's side: what a figure sees of it, and what the engine's client sees. Types only.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Activity, Command, FrameReport, Move, ReadyReport, Report, RunId } from '../protocol.ts';

/**
 * What a run is doing, true at any time. `starting`: the engine, its shaders or the run itself are coming up (again), until the
 * first frame, and after `play` until the first trained frame. `finished`: paused by itself at the plan's length. `failed`: see
 * `failure`; `reset` tries again.
 */
export type RunState = Activity | 'failed' | 'closed';

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
  /** For a run that does not play. Default 'both'. */
  step(move?: Move): void;
  /**
   * Goes on from the weights as they are; the next frame's `changes` has the step. Refused where the experiment differs from the one
   * before in more than src/vocabulary/changes.ts allows.
   */
  change(experiment: Experiment): void;
  /** Back to the start of the plan's experiment, or of the given one, which is the plan's from then on. It goes on playing if it played. Frames of before never come after. */
  reset(experiment?: Experiment): void;
  /** While nobody can see its figure a run stops, and remembers whether it plays. `play` and `pause` meanwhile change only that. */
  setVisible(visible: boolean): void;
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

/** A run as the engine's client keeps it. */
export interface PageRun extends Run {
  /** Whether the engine owes an answer. */
  readonly waiting: boolean;
  receive(report: Extract<Report, { run?: RunId }>): void;
  /** Opens the run in a fresh engine, where the last one left it. */
  reopen(): void;
  fail(reason: string): void;
  /** Tells its listeners if something has changed. */
  notify(): void;
}

/** What a run needs of the engine's client. */
export interface RunClient {
  readonly info: ReadyReport | undefined;
  send(command: Command): void;
  /** Opens the run in the engine, after starting one if there is none. */
  reopen(run: PageRun): void;
  forget(run: RunId): void;
}
