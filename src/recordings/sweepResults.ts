// The sweep's results: one line of JSON a training, kept between runs, and the table that they add up to.
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { certain } from '../certain.ts';
import { keyOf, sources, textsOf } from './sources.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Verdict } from '../vocabulary/judging.ts';
import { experimentOf, variantOf } from '../vocabulary/variants.ts';

/** One training to do. `key` changes with all that could change its outcome. */
export interface Job {
  key: string;
  demo: string;
  variant: string;
  seed: number;
}

/** How a job went. `failed` is the reason if it could not be trained to the end. */
export interface Result extends Job {
  verdicts: Verdict[];
  /** The step at which each claim came to hold; null where it did not. */
  heldAt: (number | null)[];
  seconds: number;
  failed?: string;
}

/** One claim over all its seeds. Steps are of the seeds that kept it; null if none did. */
export interface ClaimRow {
  says: string;
  kept: number;
  of: number;
  medianStep: number | null;
  worstStep: number | null;
}

/** By demo, variant and claim. */
export type SweepTable = Record<string, Record<string, ClaimRow[]>>;

const folder = new URL('../../.cache/sweep/', import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Names the science as it is now: with another source file it gives other results. */
export const scienceHash = (): string => keyOf(textsOf(root, sources.science));

export function jobOf(science: string, id: string, demo: Demo, variant: string, seed: number): Job {
  const { every, length } = demo;
  const claims = variantOf(demo, variant).claims.map(({ says: _, ...bound }) => bound);
  const all = { experiment: experimentOf(demo, variant, seed), claims, every, length };
  return { key: keyOf([science, JSON.stringify(all)]), demo: id, variant, seed };
}

/** All results that any shard has left, by key. */
export function readResults(): Map<string, Result> {
  if (!existsSync(folder)) return new Map();
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter((line) => line.endsWith('}'));
  return new Map(lines.map((line) => JSON.parse(line) as Result).map((result) => [result.key, result]));
}

export function saveResult(shard: string, result: Result): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(new URL(`${shard}.jsonl`, folder), `${JSON.stringify(result)}\n`);
}

export function tableOf(demos: [string, Demo][], jobs: Job[], results: Map<string, Result>): SweepTable {
  const table: SweepTable = {};
  for (const [id, demo] of demos) {
    for (const [variant, { claims }] of Object.entries(demo.variants)) {
      const done = jobs
        .filter((job) => job.demo === id && job.variant === variant)
        .flatMap((job) => results.get(job.key) ?? []);
      const rows = claims.map(({ says }, i): ClaimRow => {
        const kept = done.filter(({ verdicts }) => verdicts[i] === 'holds');
        const steps = kept
          .map(({ heldAt }) => certain(heldAt[i], 'the step at which a kept claim came to hold'))
          .sort((a, b) => a - b);
        const medianStep = steps[Math.floor((steps.length - 1) / 2)] ?? null;
        return { says, kept: kept.length, of: done.length, medianStep, worstStep: steps.at(-1) ?? null };
      });
      if (done.length > 0) (table[id] ??= {})[variant] = rows;
    }
  }
  return table;
}

/** Writes a table beside what other demos already have in the file. */
export function writeTable(file: URL, table: SweepTable): void {
  const old = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SweepTable) : {};
  const all = Object.fromEntries(Object.entries({ ...old, ...table }).sort(([a], [b]) => a.localeCompare(b)));
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}
