// Runs in a page: measures every game on the backend that is asked for.
import { useBackend, type Backend, type BackendName } from '../gan/tensorflow.ts';
import { games } from './games.ts';
import { measure, type Row } from './measure.ts';

export interface PageResult {
  readonly backend: Backend;
  readonly rows: readonly Row[];
}

export async function runBench(name: BackendName, turns: number, msPerTurn: number): Promise<PageResult> {
  const backend = await useBackend(name);
  const rows: Row[] = [];
  for (const game of games) rows.push(...(await measure(game, turns, msPerTurn)));
  return { backend, rows };
}

Object.assign(globalThis, { runBench });
