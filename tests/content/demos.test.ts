// The shipped demos: each can be read, claims what can be told from noise and is not so from the start, and was kept by the seeds it was swept over.
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SweepTable } from '../../src/recordings/sweepResults.ts';
import type { Claim } from '../../src/vocabulary/claim.ts';
import type { Demo } from '../../src/vocabulary/demo.ts';
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';
import type { Experiment } from '../../src/vocabulary/experiment.ts';
import { judge } from '../../src/vocabulary/judging.ts';
import type { Metric } from '../../src/vocabulary/metrics.ts';
import { experimentOf } from '../../src/vocabulary/variants.ts';
import { startRun } from '../../src/gan/runs/run.ts';
import { drownsInNoise } from '../oracles/noise.ts';
import { useBackend } from '../../src/gan/backend.ts';

const SEEDS = 20;
const WANTED = 19;

const folder = new URL('../../content/demos/', import.meta.url);
const files = readdirSync(folder);
const demos = await Promise.all(
  files.map(async (file): Promise<[string, Demo]> => {
    const module = (await import(/* @vite-ignore */ new URL(file, folder).href)) as { default: Demo };
    return [file.replace(/\.ts$/, ''), module.default];
  }),
);
const table = JSON.parse(
  readFileSync(new URL('../../content/measured/sweep.json', import.meta.url), 'utf8'),
) as SweepTable;

/** All claims of a demo, each with its variant, its place there and the variant's experiment. */
const claimsOf = (demo: Demo) =>
  Object.entries(demo.variants).flatMap(([variant, { claims }]) =>
    claims.map((claim, i) => ({ variant, i, claim, experiment: experimentOf(demo, variant) })),
  );

/** Whether a claim speaks of success: good samples pass it, untrained ones should not. */
const risesWithSuccess: readonly Metric[] = ['modesCovered', 'highQuality'];
const fallsWithSuccess: readonly Metric[] = [
  'wasserstein1',
  'slicedWasserstein1',
  'energyDistance',
  'jensenShannon',
  'modeDivergence',
];
const claimsSuccess = ({ metric, atLeast }: Claim) =>
  (atLeast === undefined ? fallsWithSuccess : risesWithSuccess).includes(metric);

async function measuredAtStart(experiment: Experiment, metrics: Metric[]) {
  const run = startRun({ experiment, metrics, every: 50, length: 50, pull: false });
  try {
    await run.advance(0);
    return run.measurements[0]?.values ?? {};
  } finally {
    run.dispose();
  }
}

beforeAll(() => useBackend('cpu'));

test('there are demos, and nothing else lies beside them', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !file.endsWith('.ts'))).toEqual([]);
});

test('the table has rows of no demo and no variant that is gone', () => {
  const known = demos.flatMap(([id, { variants }]) => Object.keys(variants).map((variant) => `${id}, ${variant}`));
  const swept = Object.entries(table).flatMap(([id, rows]) => Object.keys(rows).map((variant) => `${id}, ${variant}`));
  expect(swept.filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(demos)('%s', (id, demo) => {
  test('has a name of lower-case words joined by hyphens', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('is what the schema makes of it', () => {
    const { dimension: _, ...written } = demo;
    expect(defineDemo(written)).toEqual(demo);
  });

  test('tells the reader what is seen, what may be chosen, and what is claimed', () => {
    expect(demo.caption.length).toBeGreaterThan(100);
    const labels = Object.values(demo.variants).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { says } of claimsOf(demo).map(({ claim }) => claim)) expect(says).toMatch(/^[A-Z].*[.]$/);
  });

  test('says in words the step that the claim is judged at', () => {
    for (const { claim } of claimsOf(demo)) {
      const step = claim.at ?? claim.by ?? Number.NaN;
      const [, words] = /(\d[\d,]*) steps/.exec(claim.says) ?? [];
      if (words === undefined) expect(claim.says, `step ${step} is not named`).toMatch(step === 0 ? /start/ : /^$/);
      else expect(Number(words.replaceAll(',', '')), claim.says).toBe(step);
    }
  });

  test('claims nothing that drowns in noise', () => {
    const seen = new Map(
      claimsOf(demo).map(({ claim: { says: _, ...bound }, experiment: { data } }) => [
        JSON.stringify([bound, data]),
        drownsInNoise({ says: 'It is so.', ...bound }, data),
      ]),
    );
    expect([...seen.values()].filter((fault) => fault !== undefined)).toEqual([]);
  });

  test('claims no success that an untrained generator has', async () => {
    for (const { variant, claim, experiment } of claimsOf(demo)) {
      if (!claimsSuccess(claim)) continue;
      // The alone steps of D leave the generator as it is.
      const values = await measuredAtStart({ ...experiment, schedule: { ...experiment.schedule, warmup: 0 } }, [
        claim.metric,
      ]);
      const { by: _, ...bound } = claim;
      const { verdict } = judge({ ...bound, at: 0 }, [{ step: 0, values }]);
      expect(verdict, `${variant}: ${claim.says}`).toBe('broken');
    }
  });

  test('was swept, and its claims were kept by 19 of 20 seeds', () => {
    for (const { variant, i, claim } of claimsOf(demo)) {
      const row = table[id]?.[variant]?.[i];
      expect(row?.says, `run \`npm run sweep -- --demo ${id}\``).toBe(claim.says);
      if (row === undefined) continue;
      const name = `${id}, ${variant}: ${row.kept} of ${row.of}: ${row.says}`;
      expect(row.of, name).toBeGreaterThanOrEqual(SEEDS);
      expect(row.kept, name).toBeGreaterThanOrEqual(WANTED);
      expect(row.worstStep ?? Number.NaN, name).toBeLessThanOrEqual(claim.at ?? claim.by ?? 0);
      if (claim.at !== undefined) expect(row.medianStep, name).toBe(claim.at);
    }
  });
});
