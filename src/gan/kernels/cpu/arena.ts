// Lends arrays out of one fixed piece of memory, and lends them again when they come back: a step allocates nothing.

/** Every array starts at a multiple of this, in bytes, and owns the room up to the next one: kernels may fill it with whole vectors. */
export const ALIGNMENT = 16;

/** A piece of the memory that nobody has, in bytes. */
interface Gap {
  from: number;
  to: number;
}

/**
 * The memory is fixed: it never grows, since growing a WebAssembly memory detaches every array over it. Where it is used
 * up, `take` gives an ordinary array, which `holds` tells apart; nothing is wrong then, only slower.
 */
export class Arena {
  private buffer: ArrayBuffer;
  /** Arrays that came back, by their length: the next to need that length gets one without any search. */
  private readonly idle = new Map<number, Float32Array[]>();
  private gaps: Gap[];
  private lent = 0;
  private overflowed = 0;
  private made = 0;

  /** @param buffer its first bytes are left alone, so that 0 is no place of an array */
  constructor(buffer: ArrayBuffer) {
    this.buffer = buffer;
    this.gaps = [{ from: ALIGNMENT, to: buffer.byteLength - (buffer.byteLength % ALIGNMENT) }];
  }

  /** Whether an array is one of the arena's. */
  holds(array: Float32Array): boolean {
    return array.buffer === this.buffer;
  }

  /** An array of so many numbers, whatever they are: from the memory, or an ordinary one if no room is left. */
  take(length: number): Float32Array {
    const array = this.idle.get(length)?.pop() ?? this.cut(length);
    if (array === undefined) {
      this.overflowed += 1;
      return new Float32Array(length);
    }
    this.lent += 1;
    return array;
  }

  /** Takes an array back that nobody will read or write any more. Ordinary arrays are left to the garbage collector. */
  give(array: Float32Array): void {
    if (!this.holds(array)) return;
    this.lent -= 1;
    const idle = this.idle.get(array.length);
    if (idle === undefined) this.idle.set(array.length, [array]);
    else idle.push(array);
  }

  /** Arrays that are out, how many were ever made, and how often there was no room for one. */
  get state(): { readonly lent: number; readonly made: number; readonly overflowed: number } {
    return { lent: this.lent, made: this.made, overflowed: this.overflowed };
  }

  private cut(length: number): Float32Array | undefined {
    return this.cutFromGap(length) ?? (this.join() ? this.cutFromGap(length) : undefined);
  }

  /** The first gap that is wide enough gives its beginning. */
  private cutFromGap(length: number): Float32Array | undefined {
    const bytes = bytesOf(length);
    const gap = this.gaps.find(({ from, to }) => to - from >= bytes);
    if (gap === undefined) return undefined;
    const array = new Float32Array(this.buffer, gap.from, length);
    gap.from += bytes;
    this.made += 1;
    return array;
  }

  /** Makes gaps of all idle arrays, neighbours joined. False if there was none. */
  private join(): boolean {
    const idle = [...this.idle.values()].flat();
    if (idle.length === 0) return false;
    this.idle.clear();
    const freed = idle.map(({ byteOffset: from, length }) => ({ from, to: from + bytesOf(length) }));
    const all = [...this.gaps, ...freed].sort((a, b) => a.from - b.from);
    this.gaps = [];
    for (const gap of all) {
      const last = this.gaps.at(-1);
      if (last?.to === gap.from) last.to = gap.to;
      else if (gap.to > gap.from) this.gaps.push({ ...gap });
    }
    return true;
  }
}

/** The room that an array of so many numbers takes up; even an empty one has a place of its own. */
const bytesOf = (length: number): number => Math.max(1, Math.ceil((4 * length) / ALIGNMENT)) * ALIGNMENT;
