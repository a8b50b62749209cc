// The optimisers' steps on the CPU backend: one pass over all parameters of a network. Results may be the inputs' own arrays.
import type { CpuCall, CpuKernel } from './kernel.ts';
import type { Place } from './arithmetic.ts';
import { stackLayers } from '../stackLayout.ts';

/** Every layer's new values, then the new moments: Adam with bias correction, elementwise. */
export const adamStep: CpuKernel = {
  shapes: (call) => shapes(call, 'moments'),
  replaces: (results) => replaced(results, 'moments'),
  fill(call, results, arithmetic) {
    const step = {
      beta1: call.number('beta1'),
      beta2: call.number('beta2'),
      rate: call.number('rate'),
      rootCorrection: call.number('rootCorrection'),
      epsilon: call.number('epsilon'),
    };
    update(call, 'moments', results, (parameters, gradients, moments, place) =>
      arithmetic.adam(parameters, gradients, moments, place, step),
    );
  },
};

/** Every layer's new values, then the new velocities: gradient descent with momentum, elementwise. */
export const sgdStep: CpuKernel = {
  shapes: (call) => shapes(call, 'velocities'),
  replaces: (results) => replaced(results, 'velocities'),
  fill(call, results, arithmetic) {
    const step = { rate: call.number('rate'), momentum: call.number('momentum') };
    update(call, 'velocities', results, (parameters, gradients, velocities, place) =>
      arithmetic.sgd(parameters, gradients, velocities, place, step),
    );
  },
};

function shapes(call: CpuCall, memory: string): number[][] {
  return [...call.numbered('parameter').map(({ shape }) => [...shape]), [...call.shape(memory)]];
}

const replaced = (results: number, memory: string): string[] =>
  Array.from({ length: results }, (_, i) => (i < results - 1 ? `parameter${i}` : memory));

type Step = (parameters: Float32Array, gradients: Float32Array, memory: Float32Array, place: Place) => void;

/** Copies the old state to where the new one shall be, and there takes the step layer by layer. */
function update(call: CpuCall, memory: string, results: readonly Float32Array[], step: Step): void {
  const parameters = call.numbered('parameter');
  const { layers, columns } = stackLayers(parameters.map(({ shape }) => shape as [number, number]));
  const kept = results[layers.length] as Float32Array;
  copy(call.values(memory), kept);
  layers.forEach((layer, index) => {
    const result = results[index] as Float32Array;
    copy((parameters[index] as { values: Float32Array }).values, result);
    step(result, call.values(`gradient${index}`), kept, { ...layer, columns });
  });
}

function copy(from: Float32Array, to: Float32Array): void {
  if (from !== to) to.set(from);
}
