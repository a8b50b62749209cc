// What the Dirac-GAN's matrices say: eigenvalues, growth per step, the limit cycle.
import type { Matrix } from './dirac.ts';

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Both eigenvalues of a real 2 × 2 matrix: t/2 ± √(t²/4 − det), the one with the greater real (or imaginary) part first. */
export function eigenvalues([[a, b], [c, d]]: Matrix): [Complex, Complex] {
  const half = (a + d) / 2;
  const square = half * half - (a * d - b * c);
  const root = Math.sqrt(Math.abs(square));
  if (square < 0) {
    return [
      { re: half, im: root },
      { re: half, im: -root },
    ];
  }
  return [
    { re: half + root, im: 0 },
    { re: half - root, im: 0 },
  ];
}

/** The greatest |λ|: near the equilibrium the distance to it grows or shrinks by this factor a step, in the long run. */
export const spectralRadius = (matrix: Matrix): number =>
  Math.max(...eigenvalues(matrix).map(({ re, im }) => Math.hypot(re, im)));

/** √(2h): the radius of the limit cycle of the non-saturating game under simultaneous steps of size h of both players, for small h. */
export const limitCycleRadius = (h: number): number => Math.sqrt(2 * h);
