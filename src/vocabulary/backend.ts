// Where a run's numbers are computed: by WebGL on a GPU, or on the processor.

export const backends = ['webgl', 'cpu'] as const;
export type Backend = (typeof backends)[number];

/** What the CPU computes with: vectors of WebAssembly, or plain loops. */
export type ArithmeticName = 'simd' | 'loops';
