// The slopes of every objective's losses over D's logits, on one real and one generated point: what drives the Dirac-GAN.
import type { ObjectiveName } from '../../vocabulary/objectives.ts';
import type { AdversarialName } from '../training/objectives.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';

/** Slopes of the losses over the logits, and their slopes in turn: R on real, F on generated data in L_D; G is L_G. */
interface Slopes {
  readonly real: (l: number) => number;
  readonly fake: (l: number) => number;
  readonly generator: (l: number) => number;
  readonly realCurve: (l: number) => number;
  readonly fakeCurve: (l: number) => number;
  readonly generatorCurve: (l: number) => number;
}

const bell = (l: number) => sigmoid(l) * sigmoid(-l);
const crossEntropy = { real: (l: number) => -sigmoid(-l), fake: sigmoid, realCurve: bell, fakeCurve: bell };
const none = () => 0;
const one = () => 1;
const minusOne = () => -1;

/** Written apart from src/gan/training/objectives.ts, so that each can be held against the other. */
const slopes: Record<AdversarialName, Slopes> = {
  saturating: { ...crossEntropy, generator: (l) => -sigmoid(l), generatorCurve: (l) => -bell(l) },
  nonSaturating: { ...crossEntropy, generator: (l) => -sigmoid(-l), generatorCurve: bell },
  maximumLikelihood: { ...crossEntropy, generator: (l) => -Math.exp(l), generatorCurve: (l) => -Math.exp(l) },
  leastSquares: {
    real: (l) => l - 1,
    fake: (l) => l,
    generator: (l) => l - 1,
    realCurve: one,
    fakeCurve: one,
    generatorCurve: one,
  },
  hinge: {
    real: (l) => (l < 1 ? -1 : 0),
    fake: (l) => (l > -1 ? 1 : 0),
    generator: minusOne,
    realCurve: none,
    fakeCurve: none,
    generatorCurve: none,
  },
  wasserstein: {
    real: minusOne,
    fake: one,
    generator: minusOne,
    realCurve: none,
    fakeCurve: none,
    generatorCurve: none,
  },
  /** Of the difference of the generated and the real point's logit; the real point's is 0 here, so that it is the fake logit alone. */
  relativistic: {
    real: none,
    fake: sigmoid,
    generator: (l) => -sigmoid(-l),
    realCurve: none,
    fakeCurve: bell,
    generatorCurve: bell,
  },
};

/** @throws Error where G does not learn through D: then its step has nothing to do with ψ, and there is no game */
export function slopesOf(objective: ObjectiveName): Slopes {
  if (objective === 'meanSquaredError')
    throw new Error('objective: under "meanSquaredError" G does not learn through D, so there is no Dirac-GAN.');
  return slopes[objective];
}
