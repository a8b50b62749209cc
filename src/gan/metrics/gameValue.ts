// The value of the minimax game on the line, V(D, G) = E_p log D + E_q log(1 − D), by quadrature, where both densities are known.
import { log } from '../../vocabulary/expLog.ts';
import { softplus } from '../../vocabulary/logistic.ts';
import { optimalDiscriminator } from '../../vocabulary/objectives.ts';

/** D's logits and both densities on a regular grid that holds both; `width` is the distance of two points. */
export interface OnGrid {
  readonly logits: Float32Array;
  readonly dataDensity: Float32Array;
  readonly generatorDensity: Float32Array;
  readonly width: number;
}

/** V(D, G) in nats (Goodfellow et al. 2014, arXiv:1406.2661, equation 1). */
export const gameValue = (grid: OnGrid): number =>
  integral(grid, (p, q, i) => -p * softplus(-(grid.logits[i] as number)) - q * softplus(grid.logits[i] as number));

/** V(D*, G) = 2 JSD(p‖q) − log 4: the greatest value that any D can reach against this G (the same, Theorem 1). */
export const optimalGameValue = (grid: OnGrid): number =>
  integral(grid, (p, q) => {
    const best = optimalDiscriminator(p, q);
    return (p > 0 ? p * log(best) : 0) + (q > 0 ? q * log(1 - best) : 0);
  });

/** The trapezoidal rule; both densities vanish at the ends. */
function integral(
  { dataDensity, generatorDensity, width }: OnGrid,
  term: (p: number, q: number, i: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < dataDensity.length; i++) {
    const [p, q] = [dataDensity[i] as number, generatorDensity[i] as number];
    // Where a density has underflowed, so has its share of the integral.
    const value = term(p, q, i);
    if (Number.isFinite(value)) sum += value;
  }
  return sum * width;
}
