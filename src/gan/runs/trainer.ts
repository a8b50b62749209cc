// Trains one GAN: the steps of its schedule, what can be seen of it, and its whole state to save and restore.
import { certain } from '../../certain.ts';
import type { Loss } from '../replay/recordStep.ts';
import { createReplayed, type StepWay } from '../replay/recordedSteps.ts';
import { changeable, fixedFieldThatDiffers } from '../../vocabulary/changes.ts';
import { misfitsOf } from '../../vocabulary/experiment.ts';
import type { Player } from '../../vocabulary/learning.ts';
import { createBatches } from '../training/batches.ts';
import { mustBeFinite } from '../training/diverged.ts';
import { distribution as distributionOf } from '../data/distributions.ts';
import { createEvaluation } from '../observing/evaluation.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Measurement, Observation } from '../../vocabulary/frame.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { lossOf, updateOf, type Game } from '../training/updates.ts';
import { createHistory } from '../training/lossHistory.ts';
import { clip } from '../training/penalties.ts';
import { createPlayers } from '../training/players.ts';
import { movesOf, noiseLevel, rateShare } from '../../vocabulary/schedule.ts';
import type { Snapshot } from '../training/snapshot.ts';
import { tf } from '../tensorflow.ts';

/** A run of one experiment. All of its tensors are its own: `dispose` frees every one of them. */
export interface Trainer {
  readonly experiment: Experiment;
  /** Steps of the schedule done; warm-up steps do not count. */
  readonly step: number;
  /** How far D has learnt alone; undefined when that is over, or where there is no warm-up. */
  readonly warmup?: { done: number; of: number } | undefined;
  /** One step of the schedule, or one warm-up step while D learns alone. @throws Diverged */
  advance(): void;
  /** One update of one player, not counted as a step. @throws Diverged */
  move(player: Player): void;
  /** Measures the run as it is, on samples that are the same every time. Draws nothing from the training streams. @throws Diverged */
  measure(metrics: readonly Metric[]): Promise<Measurement>;
  /**
   * All that can be drawn, read back together, with the losses of all steps since the last call; where G's objective pushes its samples if
   * `pull` asks for it. @throws Diverged
   */
  observe(options?: { pull?: boolean }): Promise<Observation>;
  /** Goes on from the weights as they are, under an experiment that differs as src/vocabulary/changes.ts allows. @throws Error that names another field that differs */
  change(experiment: Experiment): void;
  snapshot(): Promise<Snapshot>;
  /** Back to the state of a snapshot of the same networks, data and seed; goes on from there bit for bit on the same backend. @throws Error that names a field that does not fit */
  restore(snapshot: Snapshot): void;
  dispose(): void;
}

/**
 * Starts a run on the backend in use.
 * @param options `way`: how steps are taken; it changes no bit. `recorded` is told of each recording of steps, how many operations it has
 * @throws Error if the experiment's parts do not fit together
 */
export function createTrainer(
  initial: Experiment,
  { way = 'replayed', recorded }: { way?: StepWay; recorded?: (operations: number) => void } = {},
): Trainer {
  mustFit(initial);
  const distribution = distributionOf(initial.data);
  const { dimension } = distribution;
  const players = createPlayers(initial, distribution);
  const { generator, discriminator } = players;
  const game = { generator: generator.network, discriminator: discriminator.network };
  const evaluation = createEvaluation(initial, distribution, { ...game, averaged: generator.averaged });
  const batches = createBatches(initial, distribution);
  const backend = tf.getBackend();
  const history = createHistory(backend);
  const replayed = createReplayed(() => [...generator.learning, ...discriminator.learning], way, recorded);
  let experiment = initial;
  let moves = movesOf(initial.schedule);
  let step = 0;
  let warmed = 0;

  const rules = (): Game => ({ ...game, experiment });
  const warmup = () => {
    const of = experiment.schedule.warmup;
    return warmed < of ? { done: warmed, of } : undefined;
  };

  const now = () => step;
  const share = () => rateShare(experiment.schedule.decay, step);
  /** Where the noise has faded there is none, and the step is another. */
  const noisy = () => (noiseLevel(experiment.instanceNoise, step) > 0 ? ', with noise' : '');

  /** Updates all `together` from the same old state. Returns their losses, in their order. */
  function update(together: readonly Player[]): readonly Loss[] {
    return replayed.take(`${together.join(' and ')}${noisy()}`, () =>
      tf.tidy(() => {
        const updates = together.map((player) => ({ player, ...updateOf(player, rules(), batches, now) }));
        for (const { player, gradients } of updates) players[player].learn(gradients, share);
        if (together.includes('discriminator')) {
          for (const penalty of experiment.penalties)
            if (penalty.kind === 'weightClipping') clip(game.discriminator, penalty.limit);
        }
        return updates.map(({ loss }) => tf.keep(loss));
      }),
    );
  }

  /** One update whose loss is not kept, only looked at where that costs nothing. */
  function updateAlone(player: Player): void {
    for (const loss of update([player])) {
      if (typeof loss === 'number') mustBeFinite([loss], step, `the ${player}'s loss`);
      else loss.dispose();
    }
  }

  /** The loss of a player that the schedule gives no moves. */
  const lossAlone = (player: Player): Loss => {
    const [loss] = replayed.take(`loss of the ${player}${noisy()}`, () => [
      tf.tidy(() => tf.keep(lossOf(player, rules(), batches, now)())),
    ]);
    return certain(loss, 'a loss');
  };

  function change(next: Experiment): void {
    mustFit(next);
    const fixed = fixedFieldThatDiffers(experiment, next);
    if (fixed) {
      const free = changeable.join(', ');
      throw new Error(`${fixed}: cannot change while a run goes on; start it again. It may change: ${free}.`);
    }
    generator.retune(next.optimisers.generator);
    discriminator.retune(next.optimisers.discriminator);
    generator.reset(next.generator);
    experiment = next;
    moves = movesOf(next.schedule);
    replayed.forget();
  }

  return {
    get experiment() {
      return experiment;
    },
    get step() {
      return step;
    },
    get warmup() {
      return warmup();
    },
    advance() {
      if (warmup()) {
        updateAlone('discriminator');
        warmed += 1;
        return;
      }
      const last: Partial<Record<Player, Loss>> = {};
      for (const together of moves) {
        update(together).forEach((loss, i) => {
          const player = certain(together[i], 'the player of a loss');
          const before = last[player];
          if (typeof before === 'object') before.dispose();
          last[player] = loss;
        });
      }
      step += 1;
      history.add(step, last.discriminator ?? lossAlone('discriminator'), last.generator ?? lossAlone('generator'));
    },
    move: updateAlone,
    measure: (metrics) => evaluation.measure(experiment, metrics, step),
    async observe({ pull = false } = {}) {
      const now = { step, warmup: warmup() };
      const [content, losses] = await Promise.all([evaluation.content(experiment, step, { pull }), history.take()]);
      const { fakeLogit, ...seen } = content;
      const learning = now.warmup && { warmup: { ...now.warmup, fakeLogit } };
      return { step: now.step, ...learning, dimension, ...seen, losses };
    },
    change,
    async snapshot() {
      const now = { experiment, step, warmed, streams: batches.state() };
      const states = await Promise.all([generator.state(), discriminator.state()]);
      return { ...now, generator: states[0], discriminator: states[1] };
    },
    restore(snapshot) {
      change(snapshot.experiment);
      step = snapshot.step;
      warmed = snapshot.warmed;
      batches.restore(snapshot.streams);
      generator.restore(snapshot.generator);
      discriminator.restore(snapshot.discriminator);
      history.clear();
    },
    dispose() {
      replayed.forget();
      generator.dispose();
      discriminator.dispose();
      evaluation.dispose();
      history.clear();
    },
  };
}

/** @throws Error that names the first field that does not fit the others */
function mustFit(experiment: Experiment): void {
  const [misfit] = misfitsOf(experiment);
  if (misfit) throw new Error(`${misfit.path.join('.')}: ${misfit.message}.`);
}
