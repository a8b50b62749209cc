// Registers the fused kernels for both backends; a backend that is never loaded costs nothing.
import './cpu/kernels.ts';
import './webgl/kernels.ts';
