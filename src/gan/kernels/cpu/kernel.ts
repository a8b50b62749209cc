// What a kernel on the CPU path is: the shapes of its results, and a function that fills their arrays.
import type { Activation } from '../activations.ts';
import type { tf } from '../../tensorflow.ts';
import type { Arithmetic } from './arithmetic.ts';

/** A tensor as a kernel sees it. */
export interface Operand {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * A kernel as two functions without state, so that whoever knows the arrays can call it again on the same ones: `fill` reads
 * its operands' arrays and writes every number of `results`, arrays of the sizes that `shapes` says.
 */
export interface CpuKernel {
  shapes(call: CpuCall): number[][];
  fill(call: CpuCall, results: readonly Float32Array[], arithmetic: Arithmetic): void;
  /** The input whose data is the result as it is, if that is so: then neither of the two others is called. */
  shares?(call: CpuCall): string | undefined;
  /** Whether it can answer this call; if left out, every one. Otherwise the kernel of TensorFlow.js of the same name does. */
  accepts?(call: CpuCall): boolean;
  /** For so many results, the input whose old values each may be written over: the very array may be given for both. */
  replaces?(results: number): string[];
}

/** A kernel with one result, of the shape that `shape` says. */
export function single(
  shape: (call: CpuCall) => readonly number[],
  fill: (call: CpuCall, result: Float32Array, arithmetic: Arithmetic) => void,
): CpuKernel {
  return {
    shapes: (call) => [[...shape(call)]],
    fill: (call, [result], arithmetic) => fill(call, result as Float32Array, arithmetic),
  };
}

/** What a kernel is called with: named operands and named attributes. One that is missing is a fault of the caller. */
export class CpuCall {
  private readonly operands: Readonly<Record<string, Operand>>;
  private readonly attrs: tf.NamedAttrMap;

  constructor(operands: Readonly<Record<string, Operand>>, attrs: tf.NamedAttrMap) {
    this.operands = operands;
    this.attrs = attrs;
  }

  values(name: string): Float32Array {
    return this.operand(name).values;
  }

  shape(name: string): readonly number[] {
    return this.operand(name).shape;
  }

  /** The shape of a matrix. */
  matrix(name: string): readonly [rows: number, columns: number] {
    return this.operand(name).shape as readonly [number, number];
  }

  /** The operands `name0`, `name1`, … */
  numbered(name: string): Operand[] {
    const found: Operand[] = [];
    for (let next = this.operands[`${name}0`]; next !== undefined; next = this.operands[`${name}${found.length}`])
      found.push(next);
    return found;
  }

  activation(name: string): Activation {
    return this.attrs[name] as Activation;
  }

  /** An attribute that is one number, several or none, as a list. */
  numbers(name: string): readonly number[] {
    const given = this.attrs[name] as number | number[] | null | undefined;
    return given === undefined || given === null ? [] : [given].flat();
  }

  flag(name: string): boolean {
    return this.attrs[name] as boolean;
  }

  number(name: string): number {
    return this.attrs[name] as number;
  }

  private operand(name: string): Operand {
    const operand = this.operands[name];
    if (operand === undefined) throw new Error(`A kernel was run without its input "${name}".`);
    return operand;
  }
}
