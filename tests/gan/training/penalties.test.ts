// Penalties: closed forms on a linear discriminator, and second-order gradients against two first-order passes.
import { describe, expect, test } from 'vitest';
import { activationSchema, type NetworkSpec as Spec } from '../../../src/vocabulary/network.ts';
import { gradientsOf } from '../../../src/gan/training/updates.ts';
import { createNetwork } from '../../../src/gan/training/networks.ts';
import {
  between,
  clip,
  halfSquaredNorm,
  outputsAndSlopes,
  slopeTarget,
  squaredSlope,
  weightOf,
} from '../../../src/gan/training/penalties.ts';
import { stream } from '../../../src/gan/random.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { differences, gap } from '../../oracles/differences.ts';

const mlp = (activation: Extract<Spec, { kind: 'mlp' }>['activation']) =>
  createNetwork(
    { kind: 'mlp', widths: [6, 5], activation, gain: 1.5, biasSpread: 0.5, shift: 0 },
    2,
    1,
    stream(5, 'x'),
  );
const points = () =>
  tf.tensor2d([
    [0.3, -0.4],
    [1.2, 0.5],
    [-0.7, 0.9],
    [0.1, 0.2],
  ]);
const value = (scalar: tf.Tensor) => scalar.dataSync()[0] ?? NaN;

describe('on the line through zero with slope (3, 4)', () => {
  const linear = createNetwork({ kind: 'linear', start: [3, 4] }, 2, 1, stream(1, 'x'));
  const slopes = () => outputsAndSlopes(linear, points()).slopes;

  test('D is judged and differentiated in one pass', () =>
    tf.tidy(() => {
      expect(slopes().dataSync()).toEqual(Float32Array.of(3, 4, 3, 4, 3, 4, 3, 4));
      expect(outputsAndSlopes(linear, points()).outputs.dataSync()).toEqual(linear.apply(points()).dataSync());
    }));

  test('R1 is ½ · weight · ‖ψ‖², WGAN-GP is weight · (‖ψ‖ − target)²', () =>
    tf.tidy(() => {
      expect(value(squaredSlope(slopes(), 0.2))).toBeCloseTo(2.5, 5);
      expect(value(slopeTarget(slopes(), 0.1, 1))).toBeCloseTo(1.6, 5);
      expect(value(slopeTarget(slopes(), 0.1, 5))).toBeCloseTo(0, 5);
    }));

  test('their gradients: weight · ψ, and 2 · weight · (‖ψ‖ − target) ψ/‖ψ‖', () =>
    tf.tidy(() => {
      const r1 = gradientsOf(() => squaredSlope(slopes(), 0.2), linear.variables).gradients[0]?.dataSync();
      expect(r1?.[0]).toBeCloseTo(0.6, 5);
      expect(r1?.[1]).toBeCloseTo(0.8, 5);
      const target = gradientsOf(() => slopeTarget(slopes(), 0.1, 1), linear.variables).gradients[0]?.dataSync();
      expect(target?.[0]).toBeCloseTo(0.2 * 4 * 0.6, 5);
      expect(target?.[1]).toBeCloseTo(0.2 * 4 * 0.8, 5);
    }));

  test('a slope of zero has a finite penalty gradient', () => {
    const flat = createNetwork({ kind: 'linear', start: [0, 0] }, 2, 1, stream(1, 'x'));
    tf.tidy(() => {
      const { gradients } = gradientsOf(
        () => slopeTarget(outputsAndSlopes(flat, points()).slopes, 1, 1),
        flat.variables,
      );
      expect([...(gradients[0]?.dataSync() ?? [])].every(Number.isFinite)).toBe(true);
    });
  });
});

describe.each(activationSchema.options)('second order through %s', (activation) => {
  // Half of the squared slope has, over the weights, the gradient of the directional derivative of D along u = ∇ₓD held constant:
  // two first-order passes at x ± εu give it without any gradient of a gradient.
  test("R1's gradient is the weight gradient's change along the slope", () => {
    const network = mlp(activation);
    tf.tidy(() => {
      const x = points();
      const n = x.shape[0];
      const taped = gradientsOf(
        () => squaredSlope(outputsAndSlopes(network, x).slopes, 1),
        network.variables,
      ).gradients;
      const { slopes } = outputsAndSlopes(network, x);
      const epsilon = 1e-2;
      const along = (sign: number) => {
        const moved = tf.add<tf.Tensor2D>(x, tf.mul(slopes, sign * epsilon));
        return gradientsOf(() => tf.sum(network.apply(moved)), network.variables).gradients;
      };
      const [ahead, behind] = [along(1), along(-1)];
      const independent = ahead.map((each, i) => tf.div(tf.sub(each, behind[i] as tf.Tensor), 2 * epsilon * n));
      expect(
        gap(
          taped.map((each) => each.dataSync()),
          independent.map((each) => each.dataSync()),
        ),
      ).toBeLessThan(4e-3);
      const size = Math.sqrt(2 * value(halfSquaredNorm(taped)));
      expect(size).toBeGreaterThan(0.1);
    });
    network.dispose();
  });

  test("WGAN-GP's gradient is that of finite differences", () => {
    const network = mlp(activation);
    tf.tidy(() => {
      const x = points();
      const penalty = () => slopeTarget(outputsAndSlopes(network, x).slopes, 1, 1);
      const taped = gradientsOf(penalty, network.variables).gradients.map((each) => each.dataSync());
      // Small steps, so that no unit of a piecewise linear activation crosses its kink.
      expect(gap(taped, differences(penalty, network.variables, 2e-4))).toBeLessThan(2e-2);
    });
    network.dispose();
  });
});

test('points between a real and a generated sample lie on their segment, at the given share of the real one', () =>
  tf.tidy(() => {
    const x = between(
      tf.tensor2d([
        [0, 0],
        [1, 1],
      ]),
      tf.tensor2d([
        [4, 8],
        [1, 3],
      ]),
      Float32Array.of(0.25, 1),
    );
    expect(x.dataSync()).toEqual(Float32Array.of(3, 6, 1, 1));
  }));

test('clipping moves every weight into the limits and no other', () => {
  const network = createNetwork({ kind: 'linear', start: [3, -0.01] }, 2, 1, stream(1, 'x'));
  const before = tf.memory().numTensors;
  clip(network, 0.05);
  expect(network.variables[0]?.dataSync()).toEqual(Float32Array.of(0.05, -0.01));
  expect(tf.memory().numTensors).toBe(before);
  network.dispose();
});

test('weights of one kind add up', () => {
  const penalties = [
    { kind: 'r1', weight: 0.1 },
    { kind: 'r2', weight: 1 },
    { kind: 'r1', weight: 0.2 },
  ] as const;
  expect(weightOf(penalties, 'r1')).toBeCloseTo(0.3, 12);
  expect(weightOf(penalties, 'consensus')).toBe(0);
});
