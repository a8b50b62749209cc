// Keeps the losses of every step until they are asked for, without making the backend wait at each.
import { certain } from '../../certain.ts';
import type { Loss } from '../replay/recordStep.ts';
import { Diverged } from './diverged.ts';
import type { LossHistory } from '../../vocabulary/frame.ts';
import { tf } from '../tensorflow.ts';

export interface History {
  /** Takes over both losses of a step, and frees them when they are read. @throws Diverged, on the CPU at once, elsewhere at `take` */
  add(step: number, discriminator: Loss, generator: Loss): void;
  /** All losses since the last call. @throws Diverged at the first that is not finite */
  take(): Promise<LossHistory>;
  /** Forgets what has not been taken. */
  clear(): void;
}

/** Steps whose losses are read back together: with two losses each, as many textures as one WebGL pass may always read. */
const together = 8;

/** A history for a backend: on the CPU a scalar is read at once, elsewhere in packs of one fixed shape. */
export function createHistory(backend: string): History {
  return backend === 'cpu' ? immediate() : packed();
}

const empty = (): LossHistory => ({ step: [], discriminator: [], generator: [] });

function append(history: LossHistory, step: number, discriminator: number, generator: number): void {
  if (!Number.isFinite(discriminator)) throw new Diverged(step, "the discriminator's loss");
  if (!Number.isFinite(generator)) throw new Diverged(step, "the generator's loss");
  history.step.push(step);
  history.discriminator.push(discriminator);
  history.generator.push(generator);
}

function immediate(): History {
  let history = empty();
  return {
    add(step, discriminator, generator) {
      append(history, step, numberOf(discriminator), numberOf(generator));
    },
    take() {
      const taken = history;
      history = empty();
      return Promise.resolve(taken);
    },
    clear: () => void (history = empty()),
  };
}

function numberOf(loss: Loss): number {
  if (typeof loss === 'number') return loss;
  const value = loss.dataSync()[0] as number;
  loss.dispose();
  return value;
}

const tensorOf = (loss: Loss): tf.Scalar => (typeof loss === 'number' ? tf.scalar(loss) : loss);

interface Pack {
  steps: number[];
  values: Promise<ArrayLike<number>>;
}

function packed(): History {
  let packs: Pack[] = [];
  let steps: number[] = [];
  let waiting: tf.Scalar[] = [];

  const send = () => {
    if (steps.length === 0) return;
    // Filled up with what there is, so that the shape is always the same: every new one would compile a new shader.
    const filled = Array.from({ length: 2 * together }, (_, i) => waiting[i] ?? certain(waiting[0], 'a loss'));
    const pack = tf.tidy(() => tf.concat1d(filled.map((scalar) => tf.reshape<tf.Rank.R1>(scalar, [1]))));
    tf.dispose(waiting);
    const values = pack.data<'float32'>().finally(() => pack.dispose());
    // A pack that nobody will take, because the run ended, is no fault of anyone's.
    values.catch(() => undefined);
    packs.push({ steps, values });
    steps = [];
    waiting = [];
  };

  return {
    add(step, discriminator, generator) {
      steps.push(step);
      waiting.push(tensorOf(discriminator), tensorOf(generator));
      if (steps.length === together) send();
    },
    async take() {
      send();
      const taken = packs;
      packs = [];
      const history = empty();
      for (const pack of taken) {
        const values = await pack.values;
        pack.steps.forEach((step, i) => append(history, step, values[2 * i] as number, values[2 * i + 1] as number));
      }
      return history;
    },
    clear() {
      tf.dispose(waiting);
      packs = [];
      steps = [];
      waiting = [];
    },
  };
}
