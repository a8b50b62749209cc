// What articles print of the recorded runs and of the sweep over seeds; speaks to the author where there is no such number. Build time only.
import { readFileSync } from 'node:fs';
import { certain } from '../certain.ts';
import type { ClaimRow, SweepTable } from '../recordings/sweepResults.ts';
import type { Claim } from '../vocabulary/claim.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Metric } from '../vocabulary/metrics.ts';
import { recordingOf } from '../recordings/cache.ts';
import { demoNamed } from './demos.ts';

export interface Wanted {
  demo: string;
  variant?: string | undefined;
  metric: string;
  at: number;
  /** Where the author asks for it: file and line. */
  place?: string | undefined;
}

/** A tag as the author wrote it, with its place before it. */
const written = (tag: string, place: string | undefined) => (place === undefined ? tag : `${place}: ${tag}`);

/**
 * A metric's value at a step of a demo's recorded run: on the CPU, with the demo's own seed.
 * @throws Error that says which demos, variants, metrics or steps there are
 */
export async function recordedValue({ demo: id, variant, metric, at, place }: Wanted): Promise<number> {
  const tag = written(`<Measured demo="${id}"${named(variant)} metric="${metric}" at={${at}} />`, place);
  const { demo, file } = await demoNamed(id, 'Measured');
  const name = chosen(demo, variant, tag);
  const { measurements } = await recordingOf(id, file, demo);
  const all = certain(measurements[name], `the recorded run of ${name}`);
  const there = all.find(({ step }) => step === at);
  if (!there) {
    const { step: last } = certain(all.at(-1), 'a measurement');
    throw new Error(
      `${tag}: nothing was measured there. The recorded run has every ${demo.every} steps from 0 to ${last}.`,
    );
  }
  const value = there.values[metric as Metric];
  if (value === undefined) {
    const known = Object.keys(there.values).join(', ');
    throw new Error(`${tag}: this metric was not measured at step ${at}. There were: ${known}.`);
  }
  return value;
}

/**
 * How many seeds of how many keep all claims of a variant: those of the claim that the fewest keep.
 * @throws Error if the sweep has not measured every one of its claims
 */
export async function keptSeeds(
  id: string,
  variant: string | undefined,
  place?: string,
): Promise<{ kept: number; of: number }> {
  const tag = written(`<Kept demo="${id}"${named(variant)} />`, place);
  const { demo } = await demoNamed(id, 'Kept');
  const name = chosen(demo, variant, tag);
  const rows = certain(demo.variants[name], `the variant ${name}`).claims.map((claim) => {
    const row = sweepRow(id, name, claim);
    if (!row) {
      throw new Error(
        `${tag}: content/measured/sweep.json has no row for “${claim.says}” Run: npm run sweep -- --demo ${id}`,
      );
    }
    return row;
  });
  return rows.reduce((least, row) => (row.kept / row.of < least.kept / least.of ? row : least));
}

/** How many seeds keep one claim, if the sweep has measured it as it is now. */
export const sweepRow = (id: string, variant: string, { says }: Claim): ClaimRow | undefined =>
  table()[id]?.[variant]?.find((row) => row.says === says && row.of > 0);

const table = (): SweepTable => JSON.parse(readFileSync('content/measured/sweep.json', 'utf8')) as SweepTable;

const named = (variant: string | undefined): string => (variant === undefined ? '' : ` variant="${variant}"`);

function chosen(demo: Demo, variant: string | undefined, tag: string): string {
  const name = variant ?? demo.initial;
  if (Object.hasOwn(demo.variants, name)) return name;
  throw new Error(`${tag}: the demo has no such variant. Known: ${Object.keys(demo.variants).join(', ')}.`);
}
