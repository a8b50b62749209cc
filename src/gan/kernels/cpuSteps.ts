// The optimisers' steps on the CPU backend: one pass over all parameters of a network.
import type { tf } from '../tensorflow.ts';
import type { CpuCall } from './cpuCall.ts';
import { stackLayers } from './stack.ts';

/** Every layer's new values, then the new moments: Adam with bias correction, elementwise. */
export function adamStep(call: CpuCall): tf.TensorInfo[] {
  const beta1 = call.number('beta1');
  const beta2 = call.number('beta2');
  const rate = call.number('rate');
  const rootCorrection = call.number('rootCorrection');
  const epsilon = call.number('epsilon');
  const { layers, rows, columns } = stackLayers(call.shapes('parameter'));
  const moments = call.values('moments').slice();
  const squares = rows * columns;
  const results = layers.map(({ from, height, width }, index) => {
    const gradients = call.values(`gradient${index}`);
    const parameters = call.values(`parameter${index}`).slice();
    for (let row = 0, i = 0; row < height; row++) {
      for (let at = (from + row) * columns, end = at + width; at < end; at++, i++) {
        const gradient = gradients[i] as number;
        const mean = beta1 * (moments[at] as number) + (1 - beta1) * gradient;
        const square = beta2 * (moments[squares + at] as number) + (1 - beta2) * gradient * gradient;
        moments[at] = mean;
        moments[squares + at] = square;
        parameters[i] = (parameters[i] as number) - (rate * mean) / (Math.sqrt(square) * rootCorrection + epsilon);
      }
    }
    return call.result([height, width], parameters);
  });
  return [...results, call.result([2 * rows, columns], moments)];
}

/** Every layer's new values, then the new velocities: gradient descent with momentum, elementwise. */
export function sgdStep(call: CpuCall): tf.TensorInfo[] {
  const rate = call.number('rate');
  const momentum = call.number('momentum');
  const { layers, rows, columns } = stackLayers(call.shapes('parameter'));
  const velocities = call.values('velocities').slice();
  const results = layers.map(({ from, height, width }, index) => {
    const gradients = call.values(`gradient${index}`);
    const parameters = call.values(`parameter${index}`).slice();
    for (let row = 0, i = 0; row < height; row++) {
      for (let at = (from + row) * columns, end = at + width; at < end; at++, i++) {
        const velocity = momentum * (velocities[at] as number) + (gradients[i] as number);
        velocities[at] = velocity;
        parameters[i] = (parameters[i] as number) - rate * velocity;
      }
    }
    return call.result([height, width], parameters);
  });
  return [...results, call.result([rows, columns], velocities)];
}
