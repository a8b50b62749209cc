// Records the kernels that a step runs on the tape: what each reads and writes, what is drawn anew, and what the variables become.
import { listening, type Attributes, type Fill } from '../kernels/changesEachStep.ts';
import { tf } from '../tensorflow.ts';

/** Some data of the step, by its number; a tensor is data under a shape. */
export interface Operand {
  readonly datum: number;
  readonly info: { readonly shape: number[]; readonly dtype: tf.DataType };
}

/** One run of a kernel. */
export interface Operation {
  readonly kernel: tf.KernelConfig;
  /** By their names; those of a kernel that takes a list by their places in it. */
  readonly inputs: Readonly<Record<string, Operand>>;
  readonly takesList: boolean;
  readonly attrs: tf.NamedAttrMap;
  /** Makes those attributes anew that change from step to step. */
  readonly changing: Attributes | undefined;
  readonly outputs: readonly Operand[];
}

/** Where data come from that no kernel makes. */
type Source =
  | { readonly is: 'variable'; readonly variable: tf.Variable }
  | { readonly is: 'drawn'; readonly fill: Fill }
  /** The same at every step. Kept alive by the recording. */
  | { readonly is: 'constant'; readonly dataId: object };

export interface Recording {
  readonly operations: readonly Operation[];
  /** By number, what no kernel makes; in the order in which it was first read or drawn. */
  readonly sources: ReadonlyMap<number, { readonly source: Source; readonly operand: Operand }>;
  /** How many data there are. */
  readonly size: number;
  /** What each variable is at the end of the step, if the step changes it. */
  readonly assigned: readonly { readonly variable: tf.Variable; readonly operand: Operand }[];
  readonly results: readonly Operand[];
  /** Lets go of the constants. */
  dispose(): void;
}

/** A loss: a number where reading it costs nothing, else a tensor that is the caller's. */
export type Loss = number | tf.Scalar;

/** A recorded step that can be taken again. */
export interface Replay {
  /** Takes the step again and returns its losses. */
  run(): readonly Loss[];
  dispose(): void;
}

type Call = Parameters<tf.KernelConfig['kernelFunc']>[0];

/**
 * Does `deed` on the tape and records it.
 * @param variables all that it may read and assign
 * @param deed returns the tensors that a replay shall give again; to be called outside of a tidy
 * @throws what `deed` throws; nothing is kept then
 */
export function record<T extends readonly tf.Tensor[]>(
  variables: readonly tf.Variable[],
  deed: () => T,
): { results: T; recording: Recording } {
  const backend = tf.backend();
  const data = new Map<object, number>();
  const sources = new Map<number, { source: Source; operand: Operand }>();
  const operations: Operation[] = [];
  const constants: object[] = [];
  let attributes: Attributes | undefined;
  const owners = new Map<object, tf.Variable>(variables.map((variable) => [variable.dataId, variable]));

  const numbered = (dataId: object): number => {
    const known = data.get(dataId);
    if (known !== undefined) return known;
    data.set(dataId, data.size);
    return data.size - 1;
  };
  const operandOf = ({ dataId, shape, dtype }: tf.TensorInfo): Operand => ({
    datum: numbered(dataId),
    info: { shape: [...shape], dtype },
  });
  const sourceOf = (dataId: object): Source => {
    const variable = owners.get(dataId);
    if (variable) return { is: 'variable', variable };
    backend.incRef(dataId);
    constants.push(dataId);
    return { is: 'constant', dataId };
  };
  const read = (info: tf.TensorInfo): Operand => {
    const known = data.has(info.dataId);
    const operand = operandOf(info);
    if (!known) sources.set(operand.datum, { source: sourceOf(info.dataId), operand });
    return operand;
  };

  function note(kernel: tf.KernelConfig, { inputs, attrs }: Call, out: tf.TensorInfo | tf.TensorInfo[]): void {
    const changing = attributes;
    attributes = undefined;
    const entries = Object.entries(inputs).flatMap(([name, info]): [string, Operand][] =>
      Array.isArray(info) ? [] : [[name, read(info as tf.TensorInfo)]],
    );
    const outs = [out].flat();
    // A tensor that is its input under another shape, say: the data are known already, and nothing is computed.
    if (outs.every(({ dataId }) => data.has(dataId))) return;
    const operation = {
      kernel,
      inputs: Object.fromEntries(entries),
      takesList: Array.isArray(inputs),
      attrs: { ...(attrs ?? {}) },
      changing,
      outputs: outs.map(operandOf),
    };
    operations.push(operation);
  }

  const dispose = () => {
    for (const dataId of constants.splice(0)) backend.disposeData(dataId);
  };
  try {
    const listener = {
      // Here and not where it is first read: what is drawn from one stream must be drawn again in the same order.
      drawn: ({ dataId, shape }: { dataId: object; shape: number[] }, fill: Fill) => {
        const operand = operandOf({ dataId, shape, dtype: 'float32' });
        sources.set(operand.datum, { source: { is: 'drawn', fill }, operand });
      },
      changing: (make: Attributes) => void (attributes = make),
    };
    const results = listening(listener, () => watchingKernels(note, deed));
    const assigned = variables.flatMap((variable) => {
      const datum = data.get(variable.dataId);
      const changed = datum !== undefined && sources.get(datum)?.source.is !== 'variable';
      return changed ? [{ variable, operand: operandOf(variable) }] : [];
    });
    const recording = { operations, sources, size: data.size, assigned, results: results.map(operandOf), dispose };
    return { results, recording };
  } catch (fault) {
    dispose();
    throw fault;
  }
}

/** Does something while every kernel of the backend in use is told after it has run. */
function watchingKernels<T>(
  note: (kernel: tf.KernelConfig, call: Call, out: tf.TensorInfo | tf.TensorInfo[]) => void,
  deed: () => T,
): T {
  const kernels = tf.getKernelsForBackend(tf.getBackend());
  const own = kernels.map(({ kernelFunc }) => kernelFunc);
  kernels.forEach((kernel, i) => {
    const run = own[i] as tf.KernelConfig['kernelFunc'];
    kernel.kernelFunc = (call) => {
      const out = run(call);
      note({ ...kernel, kernelFunc: run }, call, out);
      return out;
    };
  });
  try {
    return deed();
  } finally {
    kernels.forEach((kernel, i) => (kernel.kernelFunc = own[i] as tf.KernelConfig['kernelFunc']));
  }
}

/** The tensors that a kernel is given when it runs again. */
export function givenTo(
  { inputs, takesList }: Operation,
  tensorOf: (operand: Operand) => tf.TensorInfo,
): tf.NamedTensorInfoMap {
  const given = (takesList ? [] : {}) as tf.NamedTensorInfoMap;
  for (const name in inputs) given[name] = tensorOf(inputs[name] as Operand);
  return given;
}

/** After which operation nothing reads some data any more, by number; `Infinity` for what is needed at the end. */
export function lastReads({ operations, assigned, results, size }: Recording): number[] {
  const last = new Array<number>(size).fill(-1);
  operations.forEach(({ inputs, outputs }, i) => {
    for (const { datum } of [...Object.values(inputs), ...outputs]) last[datum] = i;
  });
  for (const { datum } of [...assigned.map(({ operand }) => operand), ...results]) last[datum] = Infinity;
  return last;
}
