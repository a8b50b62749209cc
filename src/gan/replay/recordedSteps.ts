// Takes a step on the tape the first time, and replays what was recorded from then on.
import { tf } from '../tensorflow.ts';
import { replayAnywhere } from './onAnyBackend.ts';
import { replayOnCpu } from './onCpu.ts';
import { record, type Loss, type Replay } from './recordStep.ts';

/**
 * How steps are taken. `replayed`: on the tape once, then in the quickest way that the backend has; `kernelByKernel`: in the way that every
 * backend has; `taped`: each on the tape.
 */
export type StepWay = 'replayed' | 'kernelByKernel' | 'taped';

export interface Replayed {
  /**
   * Takes a step. Whoever gives the same name again says that the step is the same but for what is drawn and what changes with
   * the step (src/gan/kernels/changesEachStep.ts).
   * @param deed returns scalars that it has kept
   */
  take(name: string, deed: () => readonly tf.Scalar[]): readonly Loss[];
  /** Nothing that was recorded holds any more. */
  forget(): void;
}

/** Whether two variables are one tensor still, as a copy is that nobody has changed: then a recording could not tell which of them is read. */
const shareData = (variables: readonly tf.Variable[]): boolean =>
  new Set(variables.map(({ dataId }) => dataId)).size < variables.length;

/**
 * @param variables all that a step may read and assign
 * @param way how steps are taken: all give the same bits
 * @param recorded told of each recording, how many operations it has
 */
export function createReplayed(
  variables: () => readonly tf.Variable[],
  way: StepWay = 'replayed',
  recorded?: (operations: number) => void,
): Replayed {
  const cpu = tf.getBackend() === 'cpu';
  const replays = new Map<string, Replay>();

  const lossOf = (loss: tf.Scalar): Loss => {
    if (!cpu) return loss;
    const [value = NaN] = loss.dataSync();
    loss.dispose();
    return value;
  };

  return {
    take(name, deed) {
      const known = replays.get(name);
      if (known) return known.run().map((loss) => (typeof loss === 'number' ? loss : lossOf(loss)));
      const all = variables();
      if (way === 'taped' || shareData(all)) return deed().map(lossOf);
      const { results, recording } = record(all, deed);
      recorded?.(recording.operations.length);
      replays.set(name, cpu && way === 'replayed' ? replayOnCpu(recording) : replayAnywhere(recording));
      return results.map(lossOf);
    },
    forget() {
      for (const each of replays.values()) each.dispose();
      replays.clear();
    },
  };
}
