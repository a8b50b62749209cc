// Runs in a page, or in Node: all races of one place.
import { useBackend, type BackendInUse } from '../gan/backend.ts';
import { races, type Place } from './contenders.ts';
import { measure, type Row } from './measure.ts';

export interface PageResult {
  readonly backend: BackendInUse;
  readonly rows: readonly Row[];
}

export async function runBench(place: Place, turns: number, msPerTurn: number): Promise<PageResult> {
  const backend = await useBackend(place === 'webgl' ? 'webgl' : 'cpu');
  const rows: Row[] = [];
  for (const race of races(place)) rows.push(...(await measure(race, place, turns, msPerTurn)));
  return { backend, rows };
}

Object.assign(globalThis, { runBench });
