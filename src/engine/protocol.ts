// The wire between the page and its engine: types only. Messages are sentences.
import type { Experiment, Metric } from '../gan/experiment.ts';
import type { Frame } from '../gan/frame.ts';

export type Backend = 'webgl' | 'cpu';
export type RunId = string;

/** What the engine needs to know of a run: the experiment, what to measure and how often, and where to pause by itself. */
export interface Plan {
  experiment: Experiment;
  metrics: Metric[];
  every: number;
  length: number;
}

/** `both` is one whole step of the schedule; one player alone moves once, and the step is not counted. */
export type Player = 'both' | 'discriminator' | 'generator';

/** What the page asks of the engine. */
export type Command =
  | { do: 'open'; run: RunId; plan: Plan }
  | { do: 'play'; run: RunId }
  | { do: 'pause'; run: RunId }
  | { do: 'step'; run: RunId; player: Player }
  /** Goes on from the weights as they are; networks, data, latent, batch and seed must stay the same. */
  | { do: 'change'; run: RunId; experiment: Experiment }
  /** Back to the start of the plan's experiment (or of the given one). */
  | { do: 'reset'; run: RunId; experiment?: Experiment }
  /** The page has drawn: it is ready for the next frame of this run. One frame in flight a run. */
  | { do: 'draw'; run: RunId }
  | { do: 'close'; run: RunId };

/** What the engine tells the page. */
export type Report =
  /** The engine is up. `note` says why a wished-for backend was not taken. */
  | { is: 'ready'; backend: Backend; renderer: string; note?: string }
  | { is: 'opened'; run: RunId }
  | { is: 'frame'; run: RunId; frame: Frame; playing: boolean }
  | { is: 'saved'; run: RunId; snapshot: Snapshot }
  | { is: 'failed'; run?: RunId; reason: string };

/** All of a run's state on the CPU: to go on from, bit for bit, on the same backend. Opaque to everyone but src/gan/trainer.ts. */
export type Snapshot = import('../gan/snapshot.ts').Snapshot;
