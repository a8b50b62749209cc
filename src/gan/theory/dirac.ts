// The Dirac-GAN in closed form: its vector field, its step as the trainer takes it, and the step's matrix at the equilibrium.
import { slopesOf } from './diracSlopes.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import { normalDensity } from './normal.ts';
import { movesOf } from '../training/schedule.ts';
import { integrate } from './information.ts';

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
 * is no force and is left to `diracStep`; consensus descends w·½‖v‖² of the objective's own field without noise.
 */
export function diracField(game: DiracGame, [theta, psi]: State): State {
  const s = slopesOf(game.objective);
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
        const [vTheta, vPsi] = [-s.generator(l) * psi, -s.fake(l) * theta];
        const [gc, fc] = [s.generatorCurve(l), s.fakeCurve(l)];
        dTheta -= penalty.weight * (vTheta * -gc * psi * psi + vPsi * (-fc * l - s.fake(l)));
        dPsi -= penalty.weight * (vTheta * (-gc * l - s.generator(l)) + vPsi * -fc * theta * theta);
        break;
      }
      default:
        return impossible(penalty);
    }
  }
  return [dTheta, dPsi];
}

/** E ∂L_G/∂l and ∂L_D/∂ψ, over instance noise N(0, sd²) on both points where there is any. */
function averaged(game: DiracGame, theta: number, psi: number): { generator: number; discriminator: number } {
  const s = slopesOf(game.objective);
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

/** The noise's sd on each point; relativistic pairing sees only the difference of two points, whose noise is √2 times as wide. */
const noiseSd = ({ instanceNoise, objective }: DiracGame): number =>
  (instanceNoise?.sd ?? 0) * (objective === 'relativistic' ? Math.SQRT2 : 1);

/**
 * One step of the schedule by gradient descent from a state: what the trainer must do, in exact arithmetic.
 * @throws Error if an optimiser is not plain gradient descent.
 */
export const diracStep = (game: DiracGame, state: State): State =>
  turn(game, state, (at) => diracField(game, at), clipping(game));

/** The Jacobian of the field at the equilibrium (0, 0), without step sizes; undefined where a gradient penalty with a target makes it jump there. */
export function flowMatrix(game: DiracGame): Matrix | undefined {
  const s = slopesOf(game.objective);
  const b = -s.generator(0);
  const c = -s.fake(0);
  let friction = -(noiseSd(game) ** 2) * (s.realCurve(0) + s.fakeCurve(0));
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
        return impossible(penalty);
    }
  }
  return [
    [consensusTheta, b],
    [c, friction + consensusPsi],
  ];
}

/** The matrix of one step of the schedule at the equilibrium, where `flowMatrix` has one. @throws Error as `diracStep` */
export function updateMatrix(game: DiracGame): Matrix | undefined {
  const flow = flowMatrix(game);
  if (flow === undefined) return undefined;
  const [[a, b], [c, d]] = flow;
  const linear = ([theta, psi]: State): State => [a * theta + b * psi, c * theta + d * psi];
  const [first, second] = [turn(game, [1, 0], linear, Infinity), turn(game, [0, 1], linear, Infinity)];
  return [
    [first[0], second[0]],
    [first[1], second[1]],
  ];
}

/** A step of the schedule along a field: those who move together do so from the same old state. */
function turn(game: DiracGame, start: State, field: (state: State) => State, limit: number): State {
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

const clipping = ({ penalties }: DiracGame): number =>
  penalties.reduce(
    (limit, penalty) => (penalty.kind === 'weightClipping' ? Math.min(limit, penalty.limit) : limit),
    Infinity,
  );

function impossible(value: never): never {
  throw new Error(`unknown: ${JSON.stringify(value)}`);
}
