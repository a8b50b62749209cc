// What the module offers to src/gan/kernels/cpu/simd.ts. Arguments are places in memory, in bytes, and sizes.
export { layerProduct, inputGradient, layerGradient } from './layer';
export { trace, silu, slopes, curvature } from './activations';
export { adamRow, sgdRow } from './steps';
export { combine, combineRows, combineWithNumber, map, rowSums, meanSoftplus, softplusSlopes } from './elementwise';
export { drawRows } from './normals';
