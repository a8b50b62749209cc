// Keeps the numbers of the CPU backend's tensors in an arena: they go back to it with their tensor.
import type { MathBackendCPU, tf } from '../../tensorflow.ts';
import type { Arena } from './arena.ts';

type Values = Parameters<MathBackendCPU['write']>[0];

/** What TensorFlow.js keeps of one tensor's data. */
interface Kept {
  values?: Values;
  refCount: number;
}

/** The tensors of a CPU backend whose numbers lie in an arena. */
export class Storage {
  arena: Arena;
  private readonly backend: MathBackendCPU;
  /** The array that is being handed over to the backend, and so may stay where it is. */
  private handedOver: Float32Array | undefined;

  /** From now on `backend` gives the arrays of disposed tensors back to `arena`, and hands out copies only. */
  constructor(backend: MathBackendCPU, arena: Arena) {
    this.backend = backend;
    this.arena = arena;
    const write = backend.write.bind(backend);
    const readSync = backend.readSync.bind(backend);
    const disposeData = backend.disposeData.bind(backend);
    const mine = (values: unknown): values is Float32Array =>
      values instanceof Float32Array && this.arena.holds(values);

    // A kernel of TensorFlow.js may answer with a part of its input's array (slice does): it would live on after the input.
    backend.write = (values, shape, dtype) =>
      write(values !== this.handedOver && mine(values) ? values.slice() : values, shape, dtype);
    // What is read outlives its tensor, and may be posted to another thread: neither must touch the arena.
    backend.readSync = (dataId) => {
      const values = readSync(dataId);
      return mine(values) ? values.slice() : values;
    };
    backend.disposeData = (dataId, force) => {
      const kept = this.kept(dataId);
      const gone = disposeData(dataId, force);
      if (gone && mine(kept?.values)) this.arena.give(kept.values);
      return gone;
    };
  }

  /** Takes arrays from another arena from now on. The first one lends nothing more, so what it has lent stays good. */
  moveTo(arena: Arena): void {
    this.arena = arena;
  }

  /** The numbers of a tensor, moved into the arena if they are not there and it has room: to be read only. */
  values({ dataId }: tf.TensorInfo): Float32Array {
    const kept = this.kept(dataId);
    const values = kept?.values as Float32Array;
    if (kept === undefined || this.arena.holds(values)) return values;
    const moved = this.arena.take(values.length);
    if (!this.arena.holds(moved)) return values;
    moved.set(values);
    kept.values = moved;
    return moved;
  }

  /** A new tensor's data: `values` from the arena (or not), which become the tensor's own. */
  tensor(shape: number[], values: Float32Array): tf.TensorInfo {
    this.handedOver = values;
    const info = this.backend.makeTensorInfo(shape, 'float32', values);
    this.handedOver = undefined;
    return info;
  }

  /** The same data under another shape. */
  share({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo {
    this.backend.incRef(dataId);
    return { dataId, shape, dtype };
  }

  private kept(dataId: object): Kept | undefined {
    return this.backend.data.has(dataId) ? this.backend.data.get(dataId) : undefined;
  }
}
