// What a Dirac-GAN's run and its theory say: its path, and the growth a step, eigenvalues and limit cycle of its game.
import { updateMatrix, type DiracGame, type State } from '../../gan/theory/dirac.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import { eigenvalues, limitCycleRadius, spectralRadius, type Complex } from '../../gan/theory/stability.ts';
import type { Trace } from '../trace.ts';

/** The measured path in order of step; what was not measured or is not finite is left out. */
export function pathOf({ measurements }: Trace): State[] {
  return measurements.flatMap(({ values: { theta = NaN, psi = NaN } }): State[] =>
    Number.isFinite(theta) && Number.isFinite(psi) ? [[theta, psi]] : [],
  );
}

/** The game whose closed forms hold for an experiment: data in 0, one θ, one ψ, a loss that D judges; undefined for others. */
export function gameOf(experiment: Experiment): DiracGame | undefined {
  const { data, generator, discriminator, objective } = experiment;
  const [g, d] = [generator, discriminator];
  const dirac = data.kind === 'dirac' && data.at === 0 && g.kind === 'point' && d.kind === 'linear';
  return dirac && g.start.length === 1 && objective !== 'meanSquaredError' ? experiment : undefined;
}

interface Growth {
  eigenvalues: [Complex, Complex];
  /** The greatest |λ|: the factor by which the distance to the equilibrium changes a step, near it. */
  factor: number;
}

/** The eigenvalues of a step at the equilibrium; undefined for other optimisers than plain gradient descent, and where the field jumps there. */
export function growthOf(game: DiracGame): Growth | undefined {
  const { generator, discriminator } = game.optimisers;
  if (generator.kind !== 'sgd' || discriminator.kind !== 'sgd') return undefined;
  const matrix = updateMatrix(game);
  return matrix && { eigenvalues: eigenvalues(matrix), factor: spectralRadius(matrix) };
}

/** The radius √(2h) on which simultaneous steps of the non-saturating game end; undefined for every other game. */
export function cycleOf({ objective, penalties, instanceNoise, schedule, optimisers }: DiracGame): number | undefined {
  const { generator, discriminator } = optimisers;
  const plain = generator.kind === 'sgd' && discriminator.kind === 'sgd' && generator.rate === discriminator.rate;
  const { order, discriminatorSteps, generatorSteps } = schedule;
  const together = order === 'simultaneous' && discriminatorSteps === 1 && generatorSteps === 1;
  const bare = penalties.length === 0 && instanceNoise === undefined;
  return objective === 'nonSaturating' && plain && together && bare ? limitCycleRadius(generator.rate) : undefined;
}

/** Six digits: a factor a step differs from 1 late. */
const sixDigits = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '−');

/** Such as "λ = 1 ± 0.05i, |λ| = 1.00125 a step". */
export function nameOfGrowth({ eigenvalues: [first, second], factor }: Growth): string {
  const pair =
    first.im === 0
      ? `${sixDigits(first.re)} and ${sixDigits(second.re)}`
      : `${sixDigits(first.re)} ± ${sixDigits(Math.abs(first.im))}i`;
  return `λ = ${pair}, |λ| = ${sixDigits(factor)} a step`;
}
