// A command: trains one demo, checks that the recorded run keeps every claim, and draws its pictures.
//     node src/recordings/record.ts <the demo's file> <folder to write> <file that keeps the training> <key>
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { certain } from '../certain.ts';
import type { Claim } from '../vocabulary/claim.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Measurement } from '../vocabulary/frame.ts';
import { drawPictures } from './pictures.ts';
import type { Recording } from './recording.ts';
import { train, type Training } from './train.ts';

const [file = '', folder = '', kept = '', key = ''] = process.argv.slice(2);

try {
  const { default: demo } = (await import(pathToFileURL(file).href)) as { default: Demo };
  const training = await trained(demo);
  const faults = broken(demo, training);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  record(demo, training);
} catch (error) {
  // The build that started this command shows what stands here; a stack of this process would not help an author.
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function trained(demo: Demo): Promise<Training> {
  if (existsSync(kept)) return deserialize(readFileSync(kept)) as Training;
  const id = basename(file, '.ts');
  process.stdout.write(`recording the demo "${id}" …\n`);
  const start = performance.now();
  const training = await train(demo).catch((error: unknown) => {
    throw new Error(`${relative(process.cwd(), file)}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`recorded "${id}" to step ${lastStep(training)} in ${seconds} s\n`);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(`${kept}.part`, serialize(training));
  renameSync(`${kept}.part`, kept);
  return training;
}

/** One sentence for each claim that the recorded run does not keep. */
function broken(demo: Demo, training: Training): string[] {
  return Object.entries(demo.variants).flatMap(([name, { claims }]) =>
    claims.flatMap((claim, i) => {
      const judgements = certain(training[name], `the training of variant "${name}"`).judgements;
      const { verdict, value } = certain(judgements[i], 'the judgement on a claim');
      if (verdict === 'holds') return [];
      const found = value === undefined ? 'was never measured' : `was ${value}`;
      return `${relative(process.cwd(), file)}: the recorded run (seed ${demo.experiment.seed}) does not keep what variant "${name}" claims: "${claim.says}" ${claim.metric} ${found}; it should be ${bound(claim)}.`;
    }),
  );
}

function bound({ atLeast, atMost, by, at }: Claim): string {
  const what = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return `${what} ${at === undefined ? `by step ${by}` : `at step ${at}`}`;
}

function lastStep(training: Training): number {
  return Math.max(
    ...Object.values(training).map(({ frame }) => certain(frame, 'the last frame of a recorded run').step),
  );
}

function record(demo: Demo, training: Training): void {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const pictures = drawPictures(demo, training, part);
  // JSON leaves out a floor that is undefined.
  const variants = Object.entries(training).map(
    ([name, { judgements, floor }]) => [name, { judgements, floor }] as const,
  );
  const recording: Recording = {
    key,
    seed: demo.experiment.seed,
    step: lastStep(training),
    variants: Object.fromEntries(variants),
    pictures,
  };
  writeFileSync(join(part, 'recording.json'), JSON.stringify(recording));
  writeFileSync(join(part, 'measurements.json'), JSON.stringify(measurementsOf(training)));
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
}

/** All measurements by variant. Values that are not finite are left out: JSON has no word for them. */
function measurementsOf(training: Training): Record<string, Measurement[]> {
  const finite = ({ step, values }: Measurement): Measurement => ({
    step,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value))),
  });
  const variants = Object.entries(training).map(
    ([name, { measurements }]) => [name, measurements.map(finite)] as const,
  );
  return Object.fromEntries(variants);
}
