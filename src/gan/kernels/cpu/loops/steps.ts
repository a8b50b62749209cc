// The optimisers' steps on one layer, as plain loops over typed arrays, in place.
import type { AdamStep, Place, SgdStep } from '../arithmetic.ts';

/** Adam with bias correction, elementwise. */
export function adam(
  parameters: Float32Array,
  gradients: Float32Array,
  moments: Float32Array,
  { from, height, width, columns }: Place,
  { beta1, beta2, rate, rootCorrection, epsilon }: AdamStep,
): void {
  const squares = moments.length / 2;
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
}

/** Gradient descent with momentum, elementwise. */
export function sgd(
  parameters: Float32Array,
  gradients: Float32Array,
  velocities: Float32Array,
  { from, height, width, columns }: Place,
  { rate, momentum }: SgdStep,
): void {
  for (let row = 0, i = 0; row < height; row++) {
    for (let at = (from + row) * columns, end = at + width; at < end; at++, i++) {
      const velocity = momentum * (velocities[at] as number) + (gradients[i] as number);
      velocities[at] = velocity;
      parameters[i] = (parameters[i] as number) - rate * velocity;
    }
  }
}
