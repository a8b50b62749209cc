// What D thinks: its probability that a sample is real, how far that is from undecided, and how far from the best there is.
import { optimalDiscriminator } from '../../vocabulary/objectives.ts';
import { mean } from './mean.ts';

/** The mean of |D(x) − ½|, half of it over real and half over generated samples: 0 when D cannot tell, ½ when it is sure. */
export function indecision(real: Float32Array, fake: Float32Array, probability: (output: number) => number): number {
  const doubt = (outputs: Float32Array) => mean(outputs, (output) => Math.abs(probability(output) - 0.5));
  return (doubt(real) + doubt(fake)) / 2;
}

/** One half of an `optimalGap`: D's outputs on some samples, with both densities there. */
export interface Compared {
  readonly outputs: Float32Array;
  readonly dataDensity: Float32Array;
  readonly generatorDensity: Float32Array;
}

/**
 * E_m |D − D*| under m = ½(p + q), half over real and half over generated samples, with the optimal discriminator
 * D* = αp/(p + q) for the label α of real data (Goodfellow et al. 2014, arXiv:1406.2661, Proposition 1).
 */
export function optimalGap(
  real: Compared,
  fake: Compared,
  probability: (output: number) => number,
  realLabel: number,
): number {
  const gap = ({ outputs, dataDensity, generatorDensity }: Compared) =>
    mean(outputs, (output, i) =>
      Math.abs(
        probability(output) - optimalDiscriminator(dataDensity[i] as number, generatorDensity[i] as number, realLabel),
      ),
    );
  return (gap(real) + gap(fake)) / 2;
}
