// Seeded randomness: independent streams of uniform and normal numbers that can be saved and resumed.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { onCircle } from './sinCos.ts';
import { log } from '../vocabulary/expLog.ts';

/** All of a stream's state as plain data: the generator's four words, and the normal number that is already drawn. */
export interface StreamState {
  readonly words: readonly number[];
  readonly spare: number | null;
}

export interface Stream {
  /** The next number, uniform on [0, 1), a multiple of 2^-53. */
  readonly uniform: () => number;
  /** The next integer, uniform on 0 … below − 1. */
  readonly integer: (below: number) => number;
  /** The next number of N(0, 1). */
  readonly normal: () => number;
  /** Fills all of `target` with N(0, 1). */
  readonly fillNormal: (target: Float32Array) => void;
  /**
   * The next `rows` rows of a uniform number and two of N(0, 1), each row three numbers. The array is good until the next call of any
   * stream.
   */
  readonly markedPairs: (rows: number) => Float64Array;
  /** The state now: `streamFrom` of it goes on with exactly the numbers that this stream would give. */
  readonly state: () => StreamState;
}

/**
 * Draws rows of two normal numbers, each row behind a uniform one if `led`, from a generator whose state is `words`, which it changes. It
 * returns an array of its own that is good until the next call, or nothing, and then has changed nothing.
 */
export type DrawRows = (words: Int32Array, rows: number, led: boolean) => Float64Array | undefined;

/** Where streams draw rows by themselves. */
let marked = new Float64Array(0);
let quick: DrawRows | undefined;

/** From now on all streams draw many numbers at once by `draw`, which must give the same bits; undefined for the text below. */
export function drawManyBy(draw: DrawRows | undefined): void {
  quick = draw;
}

/**
 * The stream called `name` of a seed. Streams of different names or seeds start at unrelated places of xoroshiro128+'s
 * period of 2^128 − 1 (Blackman and Vigna 2021, arXiv:1805.01407), so taking more of one moves no other.
 * Uniform and normal numbers are the same bits in every engine.
 */
export function stream(seed: number, name: string): Stream {
  return streamFrom({ words: words(seed, name), spare: null });
}

/** The stream that goes on from a saved state. */
export function streamFrom(state: StreamState): Stream {
  let generator = xoroshiro128plusFromState([...state.words]);
  let spare = state.spare;
  const direction = new Float64Array(2);
  const uniform = () => uniformFloat64(generator);
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    // Box and Muller 1958: two uniforms give two independent normals. 1 − u is in (0, 1], so that the logarithm is finite.
    const length = Math.sqrt(-2 * log(1 - uniform()));
    onCircle(uniform(), direction);
    spare = length * (direction[1] as number);
    return length * (direction[0] as number);
  };
  /** Rows drawn at once, where that can be done. */
  const drawn = (rows: number, led: boolean): Float64Array | undefined => {
    if (!quick || rows === 0 || spare !== null) return undefined;
    const words = Int32Array.from(generator.getState());
    const numbers = quick(words, rows, led);
    if (numbers) generator = xoroshiro128plusFromState([...words]);
    return numbers;
  };
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    normal,
    fillNormal: (target) => {
      let i = 0;
      if (spare !== null && target.length > 0) target[i++] = normal();
      const pairs = drawn(Math.floor((target.length - i) / 2), false);
      if (pairs) {
        target.set(pairs, i);
        i += pairs.length;
      }
      for (; i < target.length; i++) target[i] = normal();
    },
    markedPairs(rows) {
      const rowsAtOnce = drawn(rows, true);
      if (rowsAtOnce) return rowsAtOnce;
      if (marked.length < 3 * rows) marked = new Float64Array(3 * rows);
      for (let i = 0; i < 3 * rows; i += 3) {
        marked[i] = uniform();
        marked[i + 1] = normal();
        marked[i + 2] = normal();
      }
      return marked.subarray(0, 3 * rows);
    },
    state: () => ({ words: [...generator.getState()], spare }),
  };
}

/** Four words of state from a seed and a name: FNV-1a over the name, then four mixed steps of a Weyl sequence. */
function words(seed: number, name: string): number[] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  let state = mix(seed | 0) ^ mix(hash);
  const drawn = Array.from({ length: 4 }, () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  });
  // The all-zero state is the one fixed point of the generator.
  return drawn.every((word) => word === 0) ? [1, 0, 0, 0] : drawn;
}

/** The finaliser of MurmurHash3 (Appleby): a bijection of 32-bit words in which every bit of the input moves half of the output. */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
