// Replays a recorded step on the CPU path: the same kernels on the same arrays, with nothing allocated or looked up.
import { arithmeticFor, cpuKernels, storageOf } from '../kernels/cpu/kernels.ts';
import { CpuCall, type Operand as CpuOperand } from '../kernels/cpu/kernel.ts';
import { tf, type MathBackendCPU } from '../tensorflow.ts';
import { givenTo, lastReads, type Operand, type Operation, type Recording, type Replay } from './recordStep.ts';
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

  const takeNew = (length: number): Float32Array => {
    const array = storage.arena.take(length);
    own.push(array);
    return array;
  };
  const take = (length: number): Float32Array => idle.get(length)?.pop() ?? takeNew(length);
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
  const becomes = new Map(assigned.map(({ variable, operand }) => [operand.datum, variable]));
  const inPlace = new Set<tf.Variable>();
  /** The array of a variable, if this result is its new value and may be written over the old one, which nothing reads any more. */
  const ownArray = ({ kernel, inputs, outputs }: Operation, at: number, i: number): Float32Array | undefined => {
    const variable = becomes.get(certain(outputs[at], 'a result').datum);
    const name = cpuKernels[kernel.kernelName]?.replaces?.(outputs.length)[at];
    const old = name === undefined ? undefined : inputs[name]?.datum;
    const source = old === undefined ? undefined : sources.get(old)?.source;
    if (!variable || old === undefined || source?.is !== 'variable' || source.variable !== variable) return undefined;
    if (last[old] !== i) return undefined;
    inPlace.add(variable);
    return arrays[old];
  };
  /** Data that are the same at every step: what is made of nothing else is made once. */
  const fixed = new Set([...sources].flatMap(([datum, { source }]) => (source.is === 'constant' ? [datum] : [])));
  const foreign: Foreign = { backend, infos: new Map(), arrayOf };
  operations.forEach((operation, i) => {
    const inputs = Object.values(operation.inputs);
    const once = !operation.changing && inputs.every(({ datum }) => fixed.has(datum));
    operation.outputs.forEach((operand, at) => {
      if (once) fixed.add(operand.datum);
      if (operand.info.dtype !== 'float32') return;
      // What is made once must not lie where other operations write at every step.
      arrays[operand.datum] = ownArray(operation, at, i) ?? (once ? takeNew : take)(sizeOf(operand));
    });
    const deed = deedOf(operation, backend, arrayOf) ?? foreignDeed(operation, foreign);
    if (once) deed();
    else deeds.push(deed);
    for (const { datum } of new Set([...inputs, ...operation.outputs])) {
      const array = arrays[datum];
      if (last[datum] !== i || sources.has(datum) || fixed.has(datum) || array === undefined) continue;
      arrays[datum] = undefined;
      idle.set(array.length, [...(idle.get(array.length) ?? []), array]);
    }
  });
  for (const { variable, operand } of assigned) {
    if (inPlace.has(variable)) continue;
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
