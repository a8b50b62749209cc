// Numbers at equal distances on the line.

/** `size` numbers from one end to the other, both included. */
export const regularGrid = (from: number, to: number, size: number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => from + ((to - from) * i) / (size - 1));
