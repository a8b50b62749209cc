// Where a run's numbers are computed: by WebGL on a GPU, or on the processor.

export const backends = ['webgl', 'cpu'] as const;
export type Backend = (typeof backends)[number];
