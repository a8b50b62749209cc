// Replays a recorded step on any backend: its kernels one after the other, without a tape, scopes or lookups.
import { certain } from '../../certain.ts';
import { tf } from '../tensorflow.ts';
import { givenTo, lastReads, type Operand, type Recording, type Replay } from './recordStep.ts';

export function replayAnywhere(recording: Recording): Replay {
  const backend = tf.backend();
  const { operations, sources, assigned, results } = recording;
  const last = lastReads(recording);
  const kept = new Set([...sources].flatMap(([datum, { source }]) => (source.is === 'drawn' ? [] : [datum])));
  /** What is read for the last time by each operation, and so goes after it. */
  const going = operations.map(({ inputs, outputs }, i) => {
    const touched = new Set([...Object.values(inputs), ...outputs].map(({ datum }) => datum));
    return [...touched].filter((datum) => last[datum] === i && !kept.has(datum));
  });
  const unread = [...sources].flatMap(([datum, { source }]) =>
    source.is === 'drawn' && last[datum] === -1 ? [datum] : [],
  );
  const infos = new Array<tf.TensorInfo | undefined>(recording.size);
  const infoOf = ({ datum, info: { shape, dtype } }: Operand): tf.TensorInfo => ({
    dataId: certain(infos[datum], 'a recorded tensor').dataId,
    shape,
    dtype,
  });
  const drop = (datum: number) => {
    backend.disposeData(certain(infos[datum], 'a recorded tensor').dataId);
    infos[datum] = undefined;
  };

  return {
    run() {
      for (const [datum, { source, operand }] of sources) {
        const { shape, dtype } = operand.info;
        if (source.is === 'variable') infos[datum] = source.variable;
        else if (source.is === 'constant') infos[datum] = { dataId: source.dataId, shape, dtype };
        else {
          const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
          source.fill(values);
          infos[datum] = { dataId: backend.write(values, shape, 'float32'), shape, dtype };
        }
      }
      for (const datum of unread) drop(datum);
      operations.forEach((operation, i) => {
        const { kernel, attrs, changing, outputs } = operation;
        const now = changing ? { ...attrs, ...changing() } : attrs;
        const answer = kernel.kernelFunc({ inputs: givenTo(operation, infoOf), attrs: now, backend });
        if (Array.isArray(answer)) outputs.forEach(({ datum }, at) => (infos[datum] = answer[at]));
        else infos[certain(outputs[0], 'the result of a kernel').datum] = answer;
        for (const datum of going[i] as number[]) drop(datum);
      });
      const engine = tf.engine();
      const made = new Map<number, tf.Tensor>();
      const tensorOf = (operand: Operand) => {
        const tensor = made.get(operand.datum) ?? engine.makeTensorFromTensorInfo(infoOf(operand));
        made.set(operand.datum, tensor);
        return tensor;
      };
      const answers = results.map(tensorOf);
      for (const { variable, operand } of assigned) {
        const tensor = tensorOf(operand);
        variable.assign(tensor);
        if (!answers.includes(tensor)) tensor.dispose();
      }
      return answers as tf.Scalar[];
    },
    dispose: () => recording.dispose(),
  };
}
