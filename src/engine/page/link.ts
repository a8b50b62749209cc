// What the client and its runs ask of each other: types only.
import type { Command, ReadyReport, Report, RunId } from '../protocol.ts';
import type { Run } from './run.ts';

/** What a run needs of the engine's client. */
export interface Link {
  readonly info: ReadyReport | undefined;
  send(command: Command): void;
  /** Opens the run in the engine, after starting one if there is none. */
  reopen(run: LinkedRun): void;
  forget(run: RunId): void;
}

/** The client's side of a run. */
export interface LinkedRun {
  readonly run: Run;
  /** Whether the engine owes an answer. */
  readonly waiting: boolean;
  receive(report: Extract<Report, { run?: RunId }>): void;
  /** Opens the run in a fresh engine, where the last one left it. */
  reopen(): void;
  fail(reason: string): void;
  notify(): void;
}
