// Runs the contenders in turns: milliseconds and kernels or passes a step, and whether they agree.
import { tf, type MathBackendWebGL } from '../gan/tensorflow.ts';
import { enter, type Name, type Place, type Race } from './contenders.ts';
import { batches, games, type Batch, type Contender } from './games.ts';

export interface Row {
  /** A network, or a demo. */
  readonly game: string;
  readonly contender: Name;
  /** Median, and the quartiles, of milliseconds a step. */
  readonly ms: number;
  readonly quartiles: readonly [number, number];
  /** The median over the turns of this contender's time divided by that of `ours` in the same turn. */
  readonly ratioToOurs: number;
  /** Kernels a step, or operations of a step that is replayed; on WebGL also passes (draw calls). */
  readonly kernels: number;
  readonly passes: number;
  /** Largest difference of any weight from the first contender's after the first 20 steps; none if it learns nothing. */
  readonly differs: number | null;
}

interface Running {
  readonly name: Name;
  readonly contender: Contender;
  readonly times: number[];
  readonly after20: Float32Array | undefined;
  readonly counts: { kernels: number; passes: number };
  readonly steps: number;
}

/** Measures one race: every contender takes a turn of some milliseconds, and all of them again. */
export async function measure({ game, entries }: Race, place: Place, turns: number, msPerTurn: number): Promise<Row[]> {
  const data = batches(games.find(({ name }) => name === game) ?? (games[0] as (typeof games)[number]));
  const running: Running[] = [];
  for (const { name, create } of entries) {
    await enter(name, place);
    const contender = create();
    const after20 = await run(contender, data, 20);
    const counts = await count(contender, data[0] as Batch);
    running.push({ name, contender, times: [], after20, counts, steps: await stepsFor(contender, data, msPerTurn) });
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, contender, times, steps } of running) {
      await enter(name, place);
      const start = performance.now();
      await run(contender, data, steps);
      times.push((performance.now() - start) / steps);
    }
    await new Promise((resume) => setTimeout(resume, 0));
  }
  const ours = running.find(({ name }) => name === 'ours')?.times ?? [];
  const first = running[0]?.after20;
  const rows = running.map(({ name, times, counts, after20 }): Row => ({
    game,
    contender: name,
    ms: quantile(times, 0.5),
    quartiles: [quantile(times, 0.25), quantile(times, 0.75)],
    ratioToOurs: quantile(
      times.map((ms, turn) => ms / (ours[turn] as number)),
      0.5,
    ),
    ...counts,
    differs: first && after20 ? distance(first, after20) : null,
  }));
  running.forEach(({ contender }) => contender.dispose());
  return rows;
}

/** Takes steps, and reads the weights back, so that a GPU has done them. */
async function run(contender: Contender, data: readonly Batch[], steps: number): Promise<Float32Array | undefined> {
  for (let i = 0; i < steps; i++) contender.step(data[i % data.length] as Batch);
  return contender.weights();
}

/** As many steps as fill a turn, after enough of them to warm up: a hundred, or a second of them. */
async function stepsFor(contender: Contender, data: readonly Batch[], ms: number): Promise<number> {
  const begun = performance.now();
  for (let round = 0; round < 5 && performance.now() - begun < 1000; round++) await run(contender, data, 20);
  const start = performance.now();
  await run(contender, data, 10);
  return Math.max(2, Math.round((10 * ms) / (performance.now() - start)));
}

async function count(contender: Contender, batch: Batch): Promise<{ kernels: number; passes: number }> {
  let passes = 0;
  const { gpgpu } = tf.backend() as Partial<MathBackendWebGL>;
  const draw = gpgpu?.executeProgram.bind(gpgpu);
  if (gpgpu !== undefined && draw !== undefined) {
    gpgpu.executeProgram = () => {
      passes++;
      draw();
    };
  }
  contender.step(batch);
  if (gpgpu !== undefined && draw !== undefined) gpgpu.executeProgram = draw;
  const { kernels } = await tf.profile(() => {
    contender.step(batch);
  });
  return { kernels: kernels.length || (contender.operations?.() ?? 0), passes };
}

/** Layers [weights; biases] hold the same numbers in the same order as weights and biases apart. */
function distance(first: Float32Array, other: Float32Array): number {
  if (first.length !== other.length) throw new Error('The contenders have different numbers of weights.');
  return first.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (other[i] as number))), 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
