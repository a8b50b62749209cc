// What a kernel on the WebGL backend is called with, and how it runs a program on the textures of its inputs.
import type { Activation } from '../../../vocabulary/network.ts';
import type { MathBackendWebGL, tf } from '../../tensorflow.ts';
import type { Program } from './shaders.ts';

// Text of programs by what determines it. The backend compiles once per text; this saves building the text each time.
const programs = new Map<string, Program>();

export class WebglCall {
  readonly inputs: tf.NamedTensorInfoMap;
  private readonly attrs: tf.NamedAttrMap;
  private readonly backend: MathBackendWebGL;

  constructor(inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap, backend: MathBackendWebGL) {
    this.inputs = inputs;
    this.attrs = attrs;
    this.backend = backend;
  }

  input(name: string): tf.TensorInfo {
    const input = this.inputs[name];
    if (input === undefined) throw new Error(`A fused kernel was run without its input "${name}".`);
    return input;
  }

  /** The inputs `name0`, `name1`, … */
  numbered(name: string): tf.TensorInfo[] {
    const found: tf.TensorInfo[] = [];
    for (let next = this.inputs[`${name}0`]; next !== undefined; next = this.inputs[`${name}${found.length}`]) {
      found.push(next);
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

  /** The one value of a scalar that is still on the processor's side; undefined if it lies in a texture. */
  valueOnProcessor(scalar: tf.TensorInfo): number | undefined {
    const data = this.backend.texData.get(scalar.dataId);
    return data.texture === null || data.texture === undefined ? (data.values as Float32Array | null)?.[0] : undefined;
  }

  /** One WebGL pass. `key` names everything that `build` depends on; uniforms are in the program's order. */
  pass(key: string, build: () => Program, inputs: tf.TensorInfo[], uniforms: number[] = []): tf.TensorInfo {
    let program = programs.get(key);
    if (program === undefined) {
      program = build();
      programs.set(key, program);
    }
    const values = uniforms.map((value) => [value]);
    return this.backend.runWebGLProgram(program, inputs, 'float32', values);
  }

  /** The same data under another shape with the same tiles. */
  share({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo {
    this.backend.incRef(dataId);
    return { dataId, shape, dtype };
  }

  dispose(info: tf.TensorInfo): void {
    this.backend.disposeIntermediateTensorInfo(info);
  }
}
