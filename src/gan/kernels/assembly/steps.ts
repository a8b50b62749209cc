// The optimisers' steps, one layer's row of numbers at a time, in place.

/** Adam with bias correction: n numbers of a layer, their gradients, and both running means. */
export function adamRow(
  parameters: usize,
  gradients: usize,
  means: usize,
  squares: usize,
  n: i32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  rate: f32,
  rootCorrection: f32,
  epsilon: f32,
): void {
  const bytes = <usize>n * 4;
  const even = bytes & ~15;
  let i: usize = 0;
  for (; i < even; i += 16) {
    const g = v128.load(gradients + i);
    const mean = blend(v128.load(means + i), beta1, g, rest1);
    const square = blend(v128.load(squares + i), beta2, f32x4.mul(g, g), rest2);
    v128.store(means + i, mean);
    v128.store(squares + i, square);
    const root = f32x4.add(f32x4.mul(f32x4.sqrt(square), f32x4.splat(rootCorrection)), f32x4.splat(epsilon));
    const step = f32x4.div(f32x4.mul(f32x4.splat(rate), mean), root);
    v128.store(parameters + i, f32x4.sub(v128.load(parameters + i), step));
  }
  for (; i < bytes; i += 4) {
    const g = load<f32>(gradients + i);
    const mean: f32 = load<f32>(means + i) * beta1 + g * rest1;
    const square: f32 = load<f32>(squares + i) * beta2 + g * g * rest2;
    store<f32>(means + i, mean);
    store<f32>(squares + i, square);
    const root: f32 = sqrt<f32>(square) * rootCorrection + epsilon;
    store<f32>(parameters + i, load<f32>(parameters + i) - (rate * mean) / root);
  }
}

/** Gradient descent with momentum: n numbers of a layer, their gradients, and their velocities. */
export function sgdRow(parameters: usize, gradients: usize, velocities: usize, n: i32, rate: f32, momentum: f32): void {
  const bytes = <usize>n * 4;
  const even = bytes & ~15;
  let i: usize = 0;
  for (; i < even; i += 16) {
    const velocity = f32x4.add(f32x4.mul(v128.load(velocities + i), f32x4.splat(momentum)), v128.load(gradients + i));
    v128.store(velocities + i, velocity);
    const step = f32x4.mul(velocity, f32x4.splat(rate));
    v128.store(parameters + i, f32x4.sub(v128.load(parameters + i), step));
  }
  for (; i < bytes; i += 4) {
    const velocity: f32 = load<f32>(velocities + i) * momentum + load<f32>(gradients + i);
    store<f32>(velocities + i, velocity);
    store<f32>(parameters + i, load<f32>(parameters + i) - velocity * rate);
  }
}

@inline
function blend(old: v128, keep: f32, fresh: v128, take: f32): v128 {
  return f32x4.add(f32x4.mul(old, f32x4.splat(keep)), f32x4.mul(fresh, f32x4.splat(take)));
}
