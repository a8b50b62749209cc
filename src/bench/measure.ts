// Runs the contenders in turns on one backend: milliseconds and kernels or passes a step, and whether they agree.
import { tf, type MathBackendWebGL } from '../gan/tensorflow.ts';
import { fusedContender } from './fusedStep.ts';
import { batches, type Batch, type Contender, type Game } from './games.ts';
import { loopContender } from './loopStep.ts';
import { plainContender } from './plainStep.ts';

export interface Row {
  readonly game: string;
  readonly backend: string;
  readonly contender: 'plain' | 'fused' | 'loops';
  /** Median, and the quartiles, of milliseconds a step. */
  readonly ms: number;
  readonly quartiles: readonly [number, number];
  /** The median over the turns of this contender's time divided by the fused one's in the same turn. */
  readonly ratioToFused: number;
  /** Kernels of TensorFlow.js a step; on WebGL also passes (draw calls). */
  readonly kernels: number;
  readonly passes: number;
  /** Largest difference of any weight from the plain contender's after the first 20 steps. */
  readonly differsFromPlain: number;
}

const contenders = { plain: plainContender, fused: fusedContender, loops: loopContender } as const;
type Name = keyof typeof contenders;

/** Measures `game` on the active backend; the loops run beside the CPU backend only. */
export async function measure(game: Game, turns: number, msPerTurn: number): Promise<Row[]> {
  const backend = tf.getBackend();
  const names: Name[] = backend === 'cpu' ? ['plain', 'fused', 'loops'] : ['plain', 'fused'];
  const data = batches(game);
  const running = names.map((name) => ({ name, contender: contenders[name](game), times: [] as number[] }));
  const after20 = running.map(({ contender }) => run(contender, data, 20));
  const counts: { kernels: number; passes: number }[] = [];
  for (const { contender } of running) counts.push(await count(contender, data[0] as Batch));
  const steps = running.map(({ contender }) => stepsFor(contender, data, msPerTurn));
  for (let turn = 0; turn < turns; turn++) {
    running.forEach(({ contender, times }, i) => {
      const start = performance.now();
      run(contender, data, steps[i] as number);
      times.push((performance.now() - start) / (steps[i] as number));
    });
    await new Promise((resume) => setTimeout(resume, 0));
  }
  const fused = running[1]?.times ?? [];
  const rows = running.map(({ name, times }, i): Row => ({
    game: game.name,
    backend,
    contender: name,
    ms: quantile(times, 0.5),
    quartiles: [quantile(times, 0.25), quantile(times, 0.75)],
    ratioToFused: quantile(
      times.map((ms, turn) => ms / (fused[turn] as number)),
      0.5,
    ),
    ...(counts[i] as { kernels: number; passes: number }),
    differsFromPlain: distance(after20[0] as Float32Array, after20[i] as Float32Array),
  }));
  running.forEach(({ contender }) => contender.dispose());
  return rows;
}

/** Takes steps, and reads the weights back, so that a GPU has done them. */
function run(contender: Contender, data: readonly Batch[], steps: number): Float32Array {
  for (let i = 0; i < steps; i++) contender.step(data[i % data.length] as Batch);
  return contender.weights();
}

/** As many steps as fill a turn, after enough of them to warm up. */
function stepsFor(contender: Contender, data: readonly Batch[], ms: number): number {
  run(contender, data, 100);
  const start = performance.now();
  run(contender, data, 20);
  return Math.max(5, Math.round((20 * ms) / (performance.now() - start)));
}

async function count(contender: Contender, batch: Batch): Promise<{ kernels: number; passes: number }> {
  let passes = 0;
  const { gpgpu } = tf.backend() as Partial<MathBackendWebGL>;
  const draw = gpgpu?.executeProgram;
  if (gpgpu !== undefined && draw !== undefined) {
    gpgpu.executeProgram = () => {
      passes++;
      draw.call(gpgpu);
    };
  }
  contender.step(batch);
  if (gpgpu !== undefined && draw !== undefined) gpgpu.executeProgram = draw;
  const { kernels } = await tf.profile(() => {
    contender.step(batch);
  });
  return { kernels: kernels.length, passes };
}

/** Layers [weights; biases] hold the same numbers in the same order as weights and biases apart. */
function distance(plain: Float32Array, other: Float32Array): number {
  if (plain.length !== other.length) throw new Error('The contenders have different numbers of weights.');
  return plain.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (other[i] as number))), 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
