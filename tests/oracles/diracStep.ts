// One step of the Dirac-GAN as the trainer must take it, in exact arithmetic.
import { diracField, stepAlong, type DiracGame, type State } from '../../src/gan/theory/dirac.ts';

/** One step of the schedule by gradient descent from a state. @throws Error if an optimiser is not plain gradient descent. */
export const diracStep = (game: DiracGame, state: State): State =>
  stepAlong(game, state, (at) => diracField(game, at), clipping(game));

const clipping = ({ penalties }: DiracGame): number =>
  penalties.reduce(
    (limit, penalty) => (penalty.kind === 'weightClipping' ? Math.min(limit, penalty.limit) : limit),
    Infinity,
  );
