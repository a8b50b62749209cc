// The wire between the page and its engine: types only. Messages are sentences.
import type { Snapshot } from '../gan/training/snapshot.ts';
import type { ArithmeticName, Backend } from '../vocabulary/backend.ts';
import type { Experiment } from '../vocabulary/experiment.ts';
import type { Frame } from '../vocabulary/frame.ts';
import type { Player } from '../vocabulary/learning.ts';
import type { Plan } from '../vocabulary/plan.ts';

export type RunId = string;

/** `both` is one whole step of the schedule; one player alone moves once, and the step is not counted. */
export type Move = 'both' | Player;

/** Where a run goes on when its engine had to be started again: from a snapshot, under the experiment that held last. */
export interface Resumption {
  snapshot?: Snapshot;
  experiment?: Experiment;
}

/** What the page asks of the engine. Each run is told in the order of its commands. */
export type Command =
  /** The first command on every wire. Without a wish the engine chooses its backend itself. */
  | { do: 'start'; wish?: Backend }
  | { do: 'open'; run: RunId; plan: Plan; from?: Resumption }
  | { do: 'play'; run: RunId }
  | { do: 'pause'; run: RunId }
  | { do: 'step'; run: RunId; move: Move }
  /** Goes on from the weights as they are, where src/vocabulary/changes.ts allows it. */
  | { do: 'change'; run: RunId; experiment: Experiment }
  /** Back to the start of the plan's experiment (or of the given one). A run that plays goes on playing. */
  | { do: 'reset'; run: RunId; experiment?: Experiment }
  /** The page has drawn: it is ready for the next frame of this run. One frame in flight a run. */
  | { do: 'draw'; run: RunId }
  | { do: 'close'; run: RunId };

/** `starting`: told to play, and not a step done since. `finished`: at the plan's length. */
export type Activity = 'starting' | 'training' | 'paused' | 'finished';

/** What the engine tells the page. */
export type Report =
  /** Somebody listens at the other end: nothing may be sent before. */
  | { is: 'up' }
  /**
   * The engine is ready to train. `note` says why a wished-for backend was not taken; `arithmetic` what the CPU computes with, and `missing`
   * why not in vectors.
   */
  | { is: 'ready'; backend: Backend; renderer: string; note?: string; arithmetic?: ArithmeticName; missing?: string }
  /** The answer to `open` and to `reset`: the reports that follow are of the run as it starts now. */
  | { is: 'opened'; run: RunId }
  /** `changes`: the steps since the last frame after which a `change` took effect. */
  | { is: 'frame'; run: RunId; frame: Frame; activity: Activity; changes: number[] }
  /** Follows the frame of the same step, so that a run that goes on from here repeats steps but never misses one. Opaque to the page. */
  | { is: 'saved'; run: RunId; snapshot: Snapshot }
  /** A command made no sense; nothing has changed. */
  | { is: 'refused'; run?: RunId; reason: string }
  /** The run has ended and its tensors are freed; without `run`, the engine could not start. */
  | { is: 'failed'; run?: RunId; reason: string }
  /** The engine's graphics context is gone and the engine with it. Another one can go on. */
  | { is: 'lost'; reason: string };

export type FrameReport = Extract<Report, { is: 'frame' }>;
export type ReadyReport = Extract<Report, { is: 'ready' }>;
