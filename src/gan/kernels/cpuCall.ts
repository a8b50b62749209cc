// What a kernel on the CPU backend is called with: named tensors as typed arrays, and named attributes.
import type { Activation } from '../../vocabulary/network.ts';
import type { MathBackendCPU, tf } from '../tensorflow.ts';

/** What a kernel is given; an input or attribute that is missing is a fault of the caller. */
export class CpuCall {
  readonly backend: MathBackendCPU;
  private readonly inputs: tf.NamedTensorInfoMap;
  private readonly attrs: tf.NamedAttrMap;

  constructor(inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap, backend: MathBackendCPU) {
    this.inputs = inputs;
    this.attrs = attrs;
    this.backend = backend;
  }

  info(name: string): tf.TensorInfo {
    const input = this.inputs[name];
    if (input === undefined) throw new Error(`A fused kernel was run without its input "${name}".`);
    return input;
  }

  values(name: string): Float32Array {
    return this.backend.data.get(this.info(name).dataId).values as Float32Array;
  }

  /** The shapes of the inputs `name0`, `name1`, … */
  shapes(name: string): [number, number][] {
    const found: [number, number][] = [];
    for (let input = this.inputs[`${name}0`]; input !== undefined; input = this.inputs[`${name}${found.length}`]) {
      found.push(input.shape as [number, number]);
    }
    return found;
  }

  activation(name: string): Activation {
    return this.attrs[name] as Activation;
  }

  flag(name: string): boolean {
    return this.attrs[name] as boolean;
  }

  number(name: string): number {
    return this.attrs[name] as number;
  }

  result(shape: number[], values: Float32Array): tf.TensorInfo {
    return this.backend.makeTensorInfo(shape, 'float32', values);
  }
}
