// The only door to TensorFlow.js: one engine with its gradients, and the packages of its other backends.
import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-cpu';

export { tf };
export type { MathBackendCPU };
export type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

// Engine, kernels and gradients live in one global map, so that the copies of tfjs-core that a process may load share
// them. The gradients themselves are a module apart: as ES modules that only a bundler can resolve, and inside the
// CommonJS file that Node finds for the whole package. The name is a variable to keep that file out of bundles.
if (typeof process !== 'undefined' && process.versions?.node !== undefined) {
  const wholePackage = '@tensorflow/tfjs';
  await import(/* @vite-ignore */ wholePackage);
} else {
  await import('@tensorflow/tfjs-core/dist/register_all_gradients.js');
}
// Leaves out the banner that advises Node users to install a native build.
tf.enableProdMode();

export const loadWebgl = (): Promise<unknown> => import('@tensorflow/tfjs-backend-webgl');

/** TensorFlow.js's own WebAssembly backend. The name is a variable to keep the package out of bundles. */
export function loadTheirWasm(): Promise<unknown> {
  const theirs = '@tensorflow/tfjs-backend-wasm';
  return import(/* @vite-ignore */ theirs);
}
