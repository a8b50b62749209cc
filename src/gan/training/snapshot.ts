// The whole state of a run as plain data: what a snapshot holds, and nothing that lives on a backend.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { StreamState } from '../random.ts';

/** The independent random streams that training draws from. What is only evaluated has fixed samples and needs none. */
export const trainingStreams = ['data', 'latent', 'noise'] as const;
export type TrainingStream = (typeof trainingStreams)[number];

/** A player's state: its weights, their moving average (empty without one), and what its optimiser remembers. */
export interface PlayerState {
  weights: Float32Array[];
  average: Float32Array[];
  optimiser: OptimiserState;
}

/** An optimiser's state: updates done, and its moments or velocities (empty without any). */
export interface OptimiserState {
  updates: number;
  memory: Float32Array;
}

/**
 * All that a run needs to go on, bit for bit, on the same backend. It can be posted to another thread as it is.
 * Opaque to everyone but src/gan/runs/trainer.ts.
 */
export interface Snapshot {
  experiment: Experiment;
  step: number;
  /** Warm-up steps done. */
  warmed: number;
  streams: Record<TrainingStream, StreamState>;
  generator: PlayerState;
  discriminator: PlayerState;
}

/** The buffers of a snapshot, to hand over rather than copy when it is posted. The snapshot is empty afterwards. */
export function buffersOf(snapshot: Snapshot): ArrayBuffer[] {
  const players = [snapshot.generator, snapshot.discriminator];
  const arrays = players.flatMap((player) => [...player.weights, ...player.average, player.optimiser.memory]);
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
