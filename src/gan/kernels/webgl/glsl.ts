// The activations as GLSL on four numbers at once: their value, and their derivatives from the trace of a layer.
import { LEAKY_SLOPE } from '../activations.ts';
import type { Activation } from '../../../vocabulary/network.ts';

const slopeBelow = LEAKY_SLOPE.toFixed(6);

// 1 − e and 1 + e cancel or round for small e; their series do not. Comparisons, not max or step, so that NaN stays NaN.
const exponentials = `
  float logOnePlus(float e) { return e < 0.01 ? e * (1. - e * (0.5 - e / 3.)) : log(1. + e); }
  float oneMinusExpMinus(float y) { return y < 0.01 ? y * (1. - y * (0.5 - y / 6.)) : 1. - exp(-y); }
  float sigmoid(float z) { float e = exp(-abs(z)); return z < 0. ? e / (1. + e) : 1. / (1. + e); }
  float softplus(float z) { return (z < 0. ? 0. : z) + logOnePlus(exp(-abs(z))); }
`;

/** For each activation: its trace at z, and φ and its derivatives from that trace t. */
const scalar: Record<Activation, { trace: string; value: string; slope: string; curvature: string }> = {
  identity: { trace: 'z', value: 't', slope: '1.', curvature: '0.' },
  relu: { trace: 'z < 0. ? 0. : z', value: 't', slope: 't > 0. ? 1. : 0.', curvature: '0.' },
  leakyRelu: {
    trace: `z < 0. ? ${slopeBelow} * z : z`,
    value: 't',
    slope: `t > 0. ? 1. : ${slopeBelow}`,
    curvature: '0.',
  },
  tanh: {
    // The builtin overflows on some drivers; the quotient cancels near 0, where the series takes over.
    trace: `abs(z) < 0.1
      ? z * (1. - z * z * (1. / 3. - z * z * 2. / 15.))
      : sign(z) * (1. - exp(-2. * abs(z))) / (1. + exp(-2. * abs(z)))`,
    value: 't',
    slope: '1. - t * t',
    curvature: '-2. * t * (1. - t * t)',
  },
  softplus: {
    trace: 'softplus(z)',
    value: 't',
    slope: 'oneMinusExpMinus(t)',
    curvature: 'exp(-t) * oneMinusExpMinus(t)',
  },
  silu: {
    trace: 'z',
    value: 't * sigmoid(t)',
    slope: 'sigmoid(t) * (1. + t * sigmoid(-t))',
    curvature: 'sigmoid(t) * sigmoid(-t) * (2. + t * (1. - 2. * sigmoid(t)))',
  },
};

/** A GLSL function `name` of four numbers: the trace at z, or the value or a derivative from the trace. */
export function activationFunction(
  name: string,
  activation: Activation,
  part: 'trace' | 'value' | 'slope' | 'curvature',
): string {
  const argument = part === 'trace' ? 'z' : 't';
  return `${exponentials}
  float ${name}(float ${argument}) { return ${scalar[activation][part]}; }
  vec4 ${name}(vec4 v) { return vec4(${name}(v.r), ${name}(v.g), ${name}(v.b), ${name}(v.a)); }
`;
}
