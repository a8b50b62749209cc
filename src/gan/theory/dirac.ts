// The Dirac-GAN in closed form: its vector field, its step as the trainer takes it, and the step's matrix at the equilibrium.
import type { Experiment } from '../../vocabulary/experiment.ts';
import { factsOf, type Derivatives, type ObjectiveName } from '../../vocabulary/objectives.ts';
import { normalDensity } from './normal.ts';
import { movesOf } from '../../vocabulary/schedule.ts';
import { integrate } from './quadrature.ts';

/**
 * What of an experiment makes its Dirac-GAN (Mescheder, Geiger and Nowozin 2018, arXiv:1801.04406): data δ₀, generated δ_θ,
 * logit ψx, high on real data; the paper's D is high on generated data, so its ψ is minus ours, with the same eigenvalues.
 */
export type DiracGame = Pick<Experiment, 'objective' | 'penalties' | 'schedule' | 'optimisers' | 'instanceNoise'>;

/** (θ, ψ). */
export type State = readonly [theta: number, psi: number];

/** Rows (θ, ψ). */
export type Matrix = readonly [readonly [number, number], readonly [number, number]];

/**
 * v = (−∂L_G/∂θ, −∂L_D/∂ψ), penalties included: the velocity under gradient flow. Instance noise is averaged exactly. Weight clipping
 * is no force and is left to the step; consensus descends w·½‖v‖² of the objective's own field without noise.
 */
export function diracField(game: DiracGame, [theta, psi]: State): State {
  const { slopes, curvatures } = derivativesOf(game.objective);
  const { generator, discriminator } = averaged(game, theta, psi);
  let [dTheta, dPsi] = [-generator * psi, -discriminator];
  for (const penalty of game.penalties) {
    switch (penalty.kind) {
      // On real or on generated points alike ∇ₓ l = ψ; the penalty is (γ/2) ψ².
      case 'r1':
      case 'r2':
        dPsi -= penalty.weight * psi;
        break;
      case 'gradientPenalty':
        dPsi -= 2 * penalty.weight * (Math.abs(psi) - penalty.target) * Math.sign(psi);
        break;
      case 'weightClipping':
        break;
      case 'consensus': {
        const l = psi * theta;
        const [vTheta, vPsi] = [-slopes.generator(l) * psi, -slopes.fake(l) * theta];
        const [gc, fc] = [curvatures.generator(l), curvatures.fake(l)];
        dTheta -= penalty.weight * (vTheta * -gc * psi * psi + vPsi * (-fc * l - slopes.fake(l)));
        dPsi -= penalty.weight * (vTheta * (-gc * l - slopes.generator(l)) + vPsi * -fc * theta * theta);
        break;
      }
      default:
        return penalty satisfies never;
    }
  }
  return [dTheta, dPsi];
}

/**
 * The losses' derivatives over D's logits on one real and one generated point. Of a pair only the difference counts, and the real
 * point's logit is 0, so that the generated point's is all of it.
 * @throws Error where G does not learn through D: then its step has nothing to do with ψ, and there is no game
 */
function derivativesOf(objective: ObjectiveName): { slopes: Derivatives; curvatures: Derivatives } {
  const { slopes, curvatures, pairs } = factsOf(objective);
  if (!slopes || !curvatures)
    throw new Error(`objective: under "${objective}" G does not learn through D, so there is no Dirac-GAN.`);
  const real = () => 0;
  return pairs ? { slopes: { ...slopes, real }, curvatures: { ...curvatures, real } } : { slopes, curvatures };
}

/** E ∂L_G/∂l and ∂L_D/∂ψ, over instance noise N(0, sd²) on both points where there is any. */
function averaged(game: DiracGame, theta: number, psi: number): { generator: number; discriminator: number } {
  const { slopes: s } = derivativesOf(game.objective);
  const sd = noiseSd(game);
  if (sd === 0) return { generator: s.generator(psi * theta), discriminator: s.fake(psi * theta) * theta };
  const expect = (f: (noise: number) => number) => integrate((z) => normalDensity(z) * f(sd * z), -12, 12, 600);
  return {
    generator: expect((noise) => s.generator(psi * (theta + noise))),
    discriminator:
      expect((noise) => s.fake(psi * (theta + noise)) * (theta + noise)) +
      expect((noise) => s.real(psi * noise) * noise),
  };
}

/** The noise's sd on each point; an objective of pairs sees only the difference of two points, whose noise is √2 times as wide. */
const noiseSd = ({ instanceNoise, objective }: DiracGame): number =>
  // Without instance noise there is none.
  (instanceNoise?.sd ?? 0) * (factsOf(objective).pairs ? Math.SQRT2 : 1);

/** The Jacobian of the field at the equilibrium (0, 0), without step sizes; undefined where a gradient penalty with a target makes it jump there. */
export function flowMatrix(game: DiracGame): Matrix | undefined {
  const { slopes, curvatures } = derivativesOf(game.objective);
  const b = -slopes.generator(0);
  const c = -slopes.fake(0);
  let friction = -(noiseSd(game) ** 2) * (curvatures.real(0) + curvatures.fake(0));
  let [consensusTheta, consensusPsi] = [0, 0];
  for (const penalty of game.penalties) {
    switch (penalty.kind) {
      case 'r1':
      case 'r2':
        friction -= penalty.weight;
        break;
      case 'gradientPenalty':
        if (penalty.target > 0) return undefined;
        friction -= 2 * penalty.weight;
        break;
      case 'weightClipping':
        break;
      case 'consensus':
        // −w AᵀA with A = [[0, b], [c, 0]].
        consensusTheta -= penalty.weight * c * c;
        consensusPsi -= penalty.weight * b * b;
        break;
      default:
        return penalty satisfies never;
    }
  }
  return [
    [consensusTheta, b],
    [c, friction + consensusPsi],
  ];
}

/** The matrix of one step of the schedule at the equilibrium, where `flowMatrix` has one. @throws Error as `stepAlong` */
export function updateMatrix(game: DiracGame): Matrix | undefined {
  const flow = flowMatrix(game);
  if (flow === undefined) return undefined;
  const [[a, b], [c, d]] = flow;
  const linear = ([theta, psi]: State): State => [a * theta + b * psi, c * theta + d * psi];
  const [first, second] = [stepAlong(game, [1, 0], linear), stepAlong(game, [0, 1], linear)];
  return [
    [first[0], second[0]],
    [first[1], second[1]],
  ];
}

/**
 * A step of the schedule by gradient descent along a field: those who move together do so from the same old state.
 * @param limit of weight clipping: the greatest |ψ| after D has moved
 * @throws Error if an optimiser is not plain gradient descent
 */
export function stepAlong(game: DiracGame, start: State, field: (state: State) => State, limit = Infinity): State {
  const { generator, discriminator } = game.optimisers;
  if (generator.kind !== 'sgd' || discriminator.kind !== 'sgd') {
    throw new Error('the closed forms of the Dirac-GAN are those of plain gradient descent: optimisers of kind "sgd"');
  }
  const clip = (psi: number) => Math.max(-limit, Math.min(limit, psi));
  let [theta, psi] = start;
  for (const players of movesOf(game.schedule)) {
    const [dTheta, dPsi] = field([theta, psi]);
    if (players.includes('generator')) theta += generator.rate * dTheta;
    if (players.includes('discriminator')) psi = clip(psi + discriminator.rate * dPsi);
  }
  return [theta, psi];
}
