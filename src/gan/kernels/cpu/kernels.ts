// Runs our kernels on the CPU backend: finds the operands' arrays, takes arrays for the results, chooses the arithmetic.
import { tf, type MathBackendCPU } from '../../tensorflow.ts';
import { Arena } from './arena.ts';
import type { Arithmetic } from './arithmetic.ts';
import { fused } from './fused.ts';
import { plain } from './plain.ts';
import { CpuCall, type CpuKernel, type Operand } from './kernel.ts';
import { loops } from './loops/arithmetic.ts';
import { loadModule } from '../module/load.ts';
import { simdArithmetic } from './simd.ts';
import { simdNormals } from './simdNormals.ts';
import { drawManyBy, type DrawRows } from '../../random.ts';
import { Storage } from './storage.ts';

/** Bytes that the loops' arrays come from: as many as the vectors have. A system gives pages only when they are used. */
const LOOPS_MEMORY = 2 ** 25;

/** What a CPU backend computes with, and where its arrays come from. */
interface Path {
  readonly storage: Storage;
  arithmetic: Arithmetic;
  simd?: Arithmetic;
  normals?: DrawRows | undefined;
}

const paths = new WeakMap<MathBackendCPU, Path>();

/** The path of a backend; one that nobody has started computes in loops. */
function pathOf(backend: MathBackendCPU): Path {
  const known = paths.get(backend);
  if (known !== undefined) return known;
  const path = { storage: new Storage(backend, new Arena(new ArrayBuffer(LOOPS_MEMORY))), arithmetic: loops };
  paths.set(backend, path);
  return path;
}

/** What the CPU path computes with, and if that is the loops against the wish, why. */
export interface Chosen {
  readonly arithmetic: Arithmetic['name'];
  readonly missing?: string;
}

/** Chooses the arithmetic of a CPU backend: vectors where WebAssembly has them and may be compiled, else loops. */
export async function startCpu(backend: MathBackendCPU, wish: Arithmetic['name'] = 'simd'): Promise<Chosen> {
  const path = pathOf(backend);
  if (wish === 'simd' && path.simd === undefined) {
    const loaded = await loadModule();
    if ('missing' in loaded) {
      path.arithmetic = loops;
      drawManyBy(undefined);
      return { arithmetic: 'loops', missing: loaded.missing };
    }
    const arena = new Arena(loaded.memory.buffer);
    path.storage.moveTo(arena);
    path.simd = simdArithmetic(loaded.module, arena);
    path.normals = simdNormals(loaded.module, arena);
  }
  drawManyBy(wish === 'simd' ? path.normals : undefined);
  path.arithmetic = wish === 'simd' ? (path.simd ?? loops) : loops;
  return { arithmetic: path.arithmetic.name };
}

/** The kernels of the CPU path by name, for whoever calls them again on the same arrays. */
export const cpuKernels: Readonly<Record<string, CpuKernel>> = { ...fused, ...plain };

/** Where a CPU backend's arrays come from. */
export const storageOf = (backend: MathBackendCPU): Storage => pathOf(backend).storage;

/** The arithmetic for arrays: that of the backend, but the loops where one of them found no room in the arena. */
export function arithmeticFor(backend: MathBackendCPU, arrays: readonly Float32Array[]): Arithmetic {
  const { storage, arithmetic } = pathOf(backend);
  return arrays.every((array) => storage.arena.holds(array)) ? arithmetic : loops;
}

type Answer = tf.TensorInfo | tf.TensorInfo[];

/** Runs a kernel on tensors, and makes tensors of its results. */
function run(
  kernel: CpuKernel,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap,
  backend: MathBackendCPU,
): Answer | undefined {
  const { storage } = pathOf(backend);
  const operands: Record<string, Operand> = {};
  const arrays: Float32Array[] = [];
  for (const name in inputs) {
    const info = inputs[name] as tf.TensorInfo;
    if (info.dtype !== 'float32') return undefined;
    const values = storage.values(info);
    operands[name] = { shape: info.shape, values };
    arrays.push(values);
  }
  const call = new CpuCall(operands, attrs);
  if (kernel.accepts?.(call) === false) return undefined;
  const shared = kernel.shares?.(call);
  if (shared !== undefined) {
    const info = inputs[shared] as tf.TensorInfo;
    return storage.share(info, info.shape);
  }
  const shapes = kernel.shapes(call);
  const results = shapes.map((shape) => storage.arena.take(shape.reduce((size, length) => size * length, 1)));
  kernel.fill(call, results, arithmeticFor(backend, [...arrays, ...results]));
  const infos = results.map((values, i) => storage.tensor(shapes[i] as number[], values));
  return infos.length === 1 ? infos[0] : infos;
}

let theirs = false;

/** Lets TensorFlow.js run its own kernels wherever it has them, or ours again: to measure what it does by itself. */
export function theirKernels(own: boolean): void {
  theirs = own;
}

for (const [kernelName, kernel] of Object.entries(cpuKernels)) {
  const original = tf.getKernel(kernelName, 'cpu') as tf.KernelConfig | undefined;
  if (original !== undefined) tf.unregisterKernel(kernelName, 'cpu');
  tf.registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc(call) {
      if (theirs && original !== undefined) return original.kernelFunc(call);
      const answer = run(kernel, call.inputs, call.attrs ?? {}, call.backend as MathBackendCPU);
      if (answer !== undefined) return answer;
      if (original === undefined) throw new Error(`The kernel ${kernelName} takes 32-bit numbers only.`);
      return original.kernelFunc(call);
    },
  });
}
