// `npm run sweep`: trains every demo over many seeds in parallel processes, and writes how many of them keep each claim.
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Demo } from '../vocabulary/demo.ts';
import { jobOf, readResults, saveResult, scienceHash, tableOf, writeTable } from '../recordings/sweepResults.ts';
import type { Job, Result } from '../recordings/sweepResults.ts';

const usage = `npm run sweep -- [--seeds 20] [--demo id] [--shard i/n] [--processes p]
Results are kept in .cache/sweep: a sweep that was stopped goes on where it was, and shards merge when their .jsonl files lie there together.
The table goes to content/measured/sweep.json.`;

function stop(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(1);
}

function whole(name: string, text: string): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : stop(`--${name} ${text}: a positive whole number is wanted.`);
}

function options() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20' },
      demo: { type: 'string' },
      shard: { type: 'string', default: '1/1' },
      processes: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [i, n] = /^(\d+)\/(\d+)$/.exec(values.shard)?.slice(1).map(Number) ?? [];
  if (!i || !n || i > n) stop(`--shard ${values.shard}: i/n is wanted, with 1 <= i <= n.`);
  const counts = { seeds: whole('seeds', values.seeds), processes: whole('processes', values.processes) };
  return { ...counts, shard: { i, n }, demo: values.demo };
}

const folder = new URL('../../content/demos/', import.meta.url);
const chosen = options();
const ids = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));
if (chosen.demo !== undefined && !ids.includes(chosen.demo)) {
  stop(`--demo ${chosen.demo} names no file in content/demos. Known: ${ids.join(', ')}`);
}
const fileOf = (id: string) => new URL(`${id}.ts`, folder).href;
const demos = await Promise.all(
  ids
    .filter((id) => chosen.demo === undefined || id === chosen.demo)
    .map(async (id): Promise<[string, Demo]> => [id, ((await import(fileOf(id))) as { default: Demo }).default]),
);

const science = scienceHash();
const jobs = demos.flatMap(([id, demo]) =>
  Object.keys(demo.variants).flatMap((variant) =>
    Array.from({ length: chosen.seeds }, (_, i) => jobOf(science, id, demo, variant, i + 1)),
  ),
);
const results = readResults();
const mine = jobs.filter((_, k) => k % chosen.shard.n === chosen.shard.i - 1);
const queue = mine.filter(({ key }) => !results.has(key));
console.log(`${mine.length} trainings in this shard, ${mine.length - queue.length} of them done before.`);

const started = performance.now();
let done = 0;
function finish(result: Result): void {
  results.set(result.key, result);
  // A training that could not run is told but not kept: the next sweep tries it again.
  if (result.verdicts.length > 0) saveResult(`shard-${chosen.shard.i}-of-${chosen.shard.n}`, result);
  if (result.failed !== undefined) {
    console.error(`\n${result.demo}, ${result.variant}, seed ${result.seed}: ${result.failed}`);
  }
  done += 1;
  const left = ((performance.now() - started) / 1000 / done) * (queue.length + running);
  process.stdout.write(`\r${done} done, ${queue.length + running} to go, about ${Math.ceil(left)} s left    `);
}

let running = 0;
await Promise.all(
  Array.from({ length: Math.min(chosen.processes, queue.length) }, async () => {
    const worker = fork(new URL('./sweepWorker.ts', import.meta.url));
    const answer = () =>
      new Promise<unknown>((resolve, reject) => {
        const died = (code: number | null) => reject(new Error(`A process of the sweep ended by itself (${code}).`));
        worker.once('exit', died);
        worker.once('message', (message) => {
          worker.off('exit', died);
          resolve(message);
        });
      });
    await answer();
    for (let job: Job | undefined = queue.shift(); job; job = queue.shift()) {
      running += 1;
      worker.send({ job, file: fileOf(job.demo) });
      const result = (await answer()) as Result;
      running -= 1;
      finish(result);
    }
    worker.kill();
  }),
);

const table = tableOf(demos, jobs, results);
writeTable(new URL('../../content/measured/sweep.json', import.meta.url), table);
console.log();
for (const [id, variants] of Object.entries(table)) {
  for (const [variant, rows] of Object.entries(variants)) {
    for (const { says, kept, of, medianStep, worstStep } of rows) {
      console.log(`${id}, ${variant}: ${kept} of ${of} (median step ${medianStep}, worst ${worstStep}): ${says}`);
    }
  }
}
