// Registers the fused kernels for both backends; a backend that is never loaded costs nothing.
import './cpu.ts';
import './webgl.ts';
