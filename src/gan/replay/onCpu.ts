// Replays a recorded step on the CPU path: the same kernels on the same arrays, with nothing allocated or looked up.
import { arithmeticFor, cpuKernels, storageOf } from '../kernels/cpu.ts';
import { CpuCall, type Operand as CpuOperand } from '../kernels/cpuKernel.ts';
import { tf, type MathBackendCPU } from '../tensorflow.ts';
import { givenTo, lastReads, type Operand, type Operation, type Recording, type Replay } from './recording.ts';
import { certain } from '../../certain.ts';

type Deed = () => void;

/** What is bound to the arrays of the variables as they are now. */
interface Bound {
  readonly deeds: readonly Deed[];
  readonly results: readonly Float32Array[];
  /** Whose data the variables had. */
  readonly dataIds: readonly object[];
  free(): void;
}

export function replayOnCpu(recording: Recording): Replay {
  const backend = tf.backend() as MathBackendCPU;
  const variables = [...recording.sources.values()].flatMap(({ source }) =>
    source.is === 'variable' ? [source.variable] : [],
  );
  const all = [...new Set([...variables, ...recording.assigned.map(({ variable }) => variable)])];
  let bound: Bound | undefined;
  const fits = ({ dataIds }: Bound) => all.every((variable, i) => variable.dataId === dataIds[i]);

  return {
    run() {
      if (!bound || !fits(bound)) {
        bound?.free();
        bound = bind(recording, all, backend);
      }
      for (const deed of bound.deeds) deed();
      return bound.results.map((values) => values[0] as number);
    },
    dispose() {
      bound?.free();
      bound = undefined;
      recording.dispose();
    },
  };
}

function bind(recording: Recording, variables: readonly tf.Variable[], backend: MathBackendCPU): Bound {
  const { operations, sources, assigned, results, size } = recording;
  const storage = storageOf(backend);
  const arrays = new Array<Float32Array | undefined>(size);
  const own: Float32Array[] = [];
  const idle = new Map<number, Float32Array[]>();
  const deeds: Deed[] = [];

  const take = (length: number): Float32Array => {
    const known = idle.get(length)?.pop();
    if (known) return known;
    const array = storage.arena.take(length);
    own.push(array);
    return array;
  };
  const sizeOf = ({ info }: Operand) => info.shape.reduce((product, length) => product * length, 1);
  const arrayOf = ({ datum }: Operand): Float32Array => certain(arrays[datum], 'the array of a recorded tensor');

  for (const [datum, { source, operand }] of sources) {
    if (source.is === 'variable') arrays[datum] = storage.values(source.variable);
    else if (source.is === 'drawn') {
      const array = take(sizeOf(operand));
      arrays[datum] = array;
      deeds.push(() => source.fill(array));
    } else {
      const array = take(sizeOf(operand));
      array.set(storage.values({ ...operand.info, dataId: source.dataId }));
      arrays[datum] = array;
    }
  }

  const last = lastReads(recording);
  const foreign: Foreign = { backend, infos: new Map(), arrayOf };
  operations.forEach((operation, i) => {
    const outputs = operation.outputs.filter(({ info }) => info.dtype === 'float32');
    for (const operand of outputs) arrays[operand.datum] = take(sizeOf(operand));
    deeds.push(deedOf(operation, backend, arrayOf) ?? foreignDeed(operation, foreign));
    for (const { datum } of new Set([...Object.values(operation.inputs), ...operation.outputs])) {
      const array = arrays[datum];
      if (last[datum] !== i || sources.has(datum) || array === undefined) continue;
      arrays[datum] = undefined;
      idle.set(array.length, [...(idle.get(array.length) ?? []), array]);
    }
  });
  for (const { variable, operand } of assigned) {
    const [to, from] = [storage.values(variable), arrayOf(operand)];
    deeds.push(() => to.set(from));
  }
  return {
    deeds,
    results: results.map(arrayOf),
    dataIds: variables.map(({ dataId }) => dataId),
    free: () => own.forEach((array) => storage.arena.give(array)),
  };
}

/** One of our kernels on arrays that stay where they are; undefined if it is not one of ours. */
function deedOf(
  { kernel, inputs, attrs, changing, outputs }: Operation,
  backend: MathBackendCPU,
  arrayOf: (operand: Operand) => Float32Array,
): Deed | undefined {
  const ours = cpuKernels[kernel.kernelName];
  const floats = [...Object.values(inputs), ...outputs].every(({ info }) => info.dtype === 'float32');
  if (!ours || !floats) return undefined;
  const operands: Record<string, CpuOperand> = {};
  for (const [name, operand] of Object.entries(inputs))
    operands[name] = { shape: operand.info.shape, values: arrayOf(operand) };
  const now = { ...attrs };
  const call = new CpuCall(operands, now);
  if (ours.accepts?.(call) === false) return undefined;
  const results = outputs.map(arrayOf);
  const arithmetic = arithmeticFor(backend, [...Object.values(operands).map(({ values }) => values), ...results]);
  if (!changing) return () => ours.fill(call, results, arithmetic);
  return () => {
    Object.assign(now, changing());
    ours.fill(call, results, arithmetic);
  };
}

interface Foreign {
  readonly backend: MathBackendCPU;
  /** Tensors that are no 32-bit numbers, by the number of their data. */
  readonly infos: Map<number, tf.TensorInfo>;
  readonly arrayOf: (operand: Operand) => Float32Array;
}

/** A kernel of TensorFlow.js: it is given copies, and what it answers is copied. */
function foreignDeed(operation: Operation, foreign: Foreign): Deed {
  const { kernel, inputs, attrs, changing, outputs } = operation;
  const { backend, infos } = foreign;
  const arrays = new Map(
    [...Object.values(inputs), ...outputs].flatMap((operand): [number, Float32Array][] =>
      operand.info.dtype === 'float32' ? [[operand.datum, foreign.arrayOf(operand)]] : [],
    ),
  );
  const tensorOf = ({ datum, info }: Operand): tf.TensorInfo => {
    const array = arrays.get(datum);
    return array
      ? backend.makeTensorInfo(info.shape, 'float32', array.slice())
      : certain(infos.get(datum), 'a recorded tensor');
  };
  return () => {
    const given = givenTo(operation, tensorOf);
    const answer = [kernel.kernelFunc({ inputs: given, attrs: { ...attrs, ...changing?.() }, backend })].flat();
    outputs.forEach(({ datum }, i) => {
      const info = certain(answer[i], 'a result of a recorded kernel');
      const array = arrays.get(datum);
      if (!array) {
        const before = infos.get(datum);
        if (before) backend.disposeData(before.dataId);
        infos.set(datum, info);
        return;
      }
      array.set(backend.readSync(info.dataId) as Float32Array);
      backend.disposeData(info.dataId);
    });
    for (const [name, { info }] of Object.entries(inputs))
      if (info.dtype === 'float32') backend.disposeData(certain(given[name], 'an input').dataId);
  };
}
