// Seeded randomness: independent streams of uniform and normal numbers that can be saved and resumed.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { onCircle } from './circular.ts';
import { log } from '../vocabulary/elementary.ts';

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
  /** The state now: `streamFrom` of it goes on with exactly the numbers that this stream would give. */
  readonly state: () => StreamState;
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
  const generator = xoroshiro128plusFromState([...state.words]);
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
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    normal,
    fillNormal: (target) => {
      for (let i = 0; i < target.length; i++) target[i] = normal();
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
