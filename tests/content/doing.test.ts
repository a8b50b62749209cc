// What the articles tell the reader to do with a figure comes true: each test is one such instruction, done on the CPU with the demo's own seed.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Demo } from '../../src/vocabulary/demo.ts';
import type { Experiment } from '../../src/vocabulary/experiment.ts';
import type { Metric } from '../../src/vocabulary/metrics.ts';
import { withSetting, type SliderName } from '../../src/vocabulary/sliders.ts';
import { experimentOf } from '../../src/vocabulary/variants.ts';
import { distribution } from '../../src/gan/data/distributions.ts';
import { coverage } from '../../src/gan/metrics/coverage.ts';
import { useBackend } from '../../src/gan/backend.ts';
import { createTrainer, type Trainer } from '../../src/gan/runs/trainer.ts';

beforeAll(() => useBackend('cpu'));

const running: Trainer[] = [];
afterEach(() => {
  for (const trainer of running.splice(0)) trainer.dispose();
});

/** A figure in a reader's hands. */
async function figure(
  id: string,
  variant: string,
  settings: Partial<Record<SliderName, number>> = {},
  { seed, warmup }: { seed?: number; warmup?: number } = {},
) {
  const { default: demo } = (await import(`../../content/demos/${id}.ts`)) as { default: Demo };
  let experiment = under(experimentOf(demo, variant, seed), settings);
  if (warmup !== undefined) experiment = { ...experiment, schedule: { ...experiment.schedule, warmup } };
  const trainer = createTrainer(experiment);
  running.push(trainer);
  const measure = async (metric: Metric) => (await trainer.measure([metric])).values[metric] ?? Number.NaN;
  return {
    measure,
    moves: (player: 'generator' | 'discriminator', times: number) => {
      for (let i = 0; i < times; i += 1) trainer.move(player);
    },
    /** Trains up to this step. */
    trainTo: (step: number) => {
      while (trainer.step < step || trainer.warmup) trainer.advance();
    },
    choose: (other: string) => {
      experiment = experimentOf(demo, other, seed);
      trainer.change(experiment);
    },
    slide: (of: SliderName, value: number) => {
      experiment = withSetting(experiment, of, value);
      trainer.change(experiment);
    },
    /** How many of the samples shown lie at each mode of the data. */
    heaps: async () => {
      const { fake } = await trainer.observe({});
      return coverage(fake, 2, distribution(experiment.data).modes ?? []).nearest;
    },
    /** The arrow on each of the first samples on the line, with D's logit there. */
    pushes: async () => {
      const { fake, pull = new Float32Array(), field } = await trainer.observe({ pull: true });
      if (field === undefined) throw new Error('no field was observed');
      const { from, to, size, logits } = field;
      return Array.from(pull, (push, i) => {
        const cell = Math.round((((fake[i] ?? NaN) - from) / (to - from)) * (size - 1));
        return { push, logit: logits[cell] ?? NaN };
      });
    },
    /** The mean of the samples on the line, and the mean and the mean length of the arrows on them. */
    arrows: async () => {
      const { fake, pull = new Float32Array() } = await trainer.observe({ pull: true });
      return { place: mean(fake), push: mean(pull), length: mean(pull.map(Math.abs)) };
    },
  };
}

function under(experiment: Experiment, settings: Partial<Record<SliderName, number>>): Experiment {
  return Object.entries(settings).reduce(
    (changed, [of, value]) => withSetting(changed, of as SliderName, value),
    experiment,
  );
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('article 2, the two players', () => {
  test('Step G ten times: away from the data. Step D forty times: the arrows turn. Step G again: towards the data', async () => {
    const it = await figure('two-players-1d', 'saturating');
    const atFirst = await it.arrows();
    it.moves('generator', 10);
    const astray = await it.arrows();
    expect(atFirst.push).toBeLessThan(0);
    expect(astray.place).toBeLessThan(atFirst.place);
    expect(Math.abs(astray.place)).toBeGreaterThan(Math.abs(atFirst.place));
    it.moves('discriminator', 40);
    expect((await it.arrows()).push).toBeGreaterThan(0);
    it.moves('generator', 10);
    expect((await it.arrows()).place).toBeGreaterThan(astray.place);
  });

  test('Step D fifty times, then switch: the arrows become about ten times as long', async () => {
    const it = await figure('two-players-1d', 'saturating');
    it.moves('discriminator', 50);
    const { length } = await it.arrows();
    it.choose('nonSaturating');
    const ratio = (await it.arrows()).length / length;
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(14);
  });
});

describe('article 3, what G minimises', () => {
  test('slide q onto the data: the value falls to −log 4; out to 6 and on to 8: nearly all of it, then nearly nothing', async () => {
    const it = await figure('perfect-discriminator', 'beside');
    it.trainTo(400);
    const before = await it.measure('value');
    it.slide('generatedMean', 0);
    it.trainTo(800);
    expect(await it.measure('value')).toBeLessThan(before - 0.2);
    expect(await it.measure('value')).toBeCloseTo(-Math.log(4), 2);
    it.slide('generatedMean', 6);
    const atSix = await it.measure('optimalValue');
    it.slide('generatedMean', 8);
    const atEight = await it.measure('optimalValue');
    expect(atSix).toBeGreaterThan(-0.008);
    expect(atEight).toBeGreaterThan(-0.0002);
  });

  test('a weak D does not see a wider q, and sees a shifted one', async () => {
    const it = await figure('perfect-discriminator', 'weak');
    it.slide('generatedSd', 5);
    it.trainTo(400);
    expect(await it.measure('indecision')).toBeLessThan(0.01);
    it.slide('generatedSd', 4);
    it.slide('generatedMean', 2);
    it.trainTo(800);
    expect(await it.measure('indecision')).toBeGreaterThan(0.1);
  });
});

describe('article 4, why the two take turns', () => {
  test.each([
    [1, 'hardly any is left', [0, 1]],
    [9, 'most are kept, but not all', [5, 7]],
  ])(
    'seed %i: let both learn after the collapse: all modes; freeze D again: %s',
    { timeout: 120_000 },
    async (seed, _, [least = NaN, most = NaN]) => {
      const it = await figure('frozen-discriminator', 'frozen', {}, { seed });
      it.trainTo(800);
      expect(await it.measure('modesCovered')).toBeLessThanOrEqual(2);
      it.choose('turns');
      it.trainTo(1200);
      expect(await it.measure('modesCovered')).toBe(8);
      it.trainTo(1800);
      expect(await it.measure('modesCovered')).toBe(8);
      it.choose('frozen');
      it.trainTo(2800);
      const left = await it.measure('modesCovered');
      expect(left).toBeGreaterThanOrEqual(least);
      expect(left).toBeLessThanOrEqual(most);
    },
  );

  test('with ten moves of D to one of G the fullest heap holds more than ten times as many samples as the emptiest', async () => {
    const it = await figure('turns', 'tenToOne');
    it.trainTo(600);
    const heaps = await it.heaps();
    expect(Math.max(...heaps)).toBeGreaterThan(10 * Math.min(...heaps));
  });

  test.each([
    [300, [3.5, 4.5], [4e-4, 7e-4]],
    [3000, [9, 11], [0, 1e-6]],
  ])('after %i lone steps of D: the non-saturating gradient and the minimax one', async (warmup, large, small) => {
    const it = await figure('saturation', 'saturating', {}, { warmup });
    it.trainTo(0);
    for (const [metric, [low = NaN, high = NaN]] of [
      ['nonSaturatingGradient', large],
      ['saturatingGradient', small],
    ] as const) {
      const length = await it.measure(metric);
      expect(length).toBeGreaterThan(low);
      expect(length).toBeLessThan(high);
    }
  });
});

describe('article 5, why the generator stalls', () => {
  test('leave the saturating run alone until step 200, then switch: the samples set off and arrive', async () => {
    const it = await figure('saturation', 'saturating');
    it.trainTo(0);
    // “Less than a millionth”: the learning rate 0.02 times the whole gradient.
    expect(0.02 * (await it.measure('saturatingGradient'))).toBeLessThan(1e-6);
    it.trainTo(200);
    expect(await it.measure('wasserstein1')).toBeGreaterThan(6);
    it.choose('nonSaturating');
    it.trainTo(700);
    expect(await it.measure('wasserstein1')).toBeLessThan(0.3);
  });
});

describe('article 6, the non-saturating loss', () => {
  test('switch around step 100: the arrows keep their directions, and the longer ones are those of rejected samples', async () => {
    const it = await figure('two-modes-1d', 'nonSaturating');
    it.trainTo(100);
    const before = await it.pushes();
    it.choose('saturating');
    const after = await it.pushes();
    const other = (i: number) => after[i]?.push ?? NaN;
    for (const [i, { push }] of before.entries()) expect(push * other(i)).toBeGreaterThanOrEqual(0);
    // The logit is read off a grid: samples at which it is near 0 are left out.
    const clear = before
      .map((arrow, i) => ({ ...arrow, other: other(i) }))
      .filter(({ logit }) => Math.abs(logit) > 0.1);
    expect(clear.length).toBeGreaterThan(20);
    for (const { push, other, logit } of clear) expect(Math.abs(push) > Math.abs(other)).toBe(logit < 0);
  });

  test('the starved heaps of the grid fill up under the saturating loss', { timeout: 240_000 }, async () => {
    const it = await figure('grid-of-25', 'nonSaturating');
    it.trainTo(2500);
    const before = await it.measure('modeDivergence');
    it.choose('saturating');
    it.trainTo(4500);
    expect(await it.measure('modeDivergence')).toBeLessThan(0.5 * before);
    expect(await it.measure('modesCovered')).toBe(25);
  });

  test(
    'the grid from the start, six seeds: saturating shares more fairly in five, has fewer samples near a mode in four',
    { timeout: 480_000 },
    async () => {
      const differences = [];
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const [other, saturating] = [
          await figure('grid-of-25', 'nonSaturating', {}, { seed }),
          await figure('grid-of-25', 'saturating', {}, { seed }),
        ];
        for (const it of [other, saturating]) it.trainTo(2500);
        const difference = async (metric: Metric) => (await saturating.measure(metric)) - (await other.measure(metric));
        differences.push({
          seed,
          fairer: (await difference('modeDivergence')) < 0,
          blurred: (await difference('highQuality')) < 0,
        });
      }
      expect(differences.filter(({ fairer }) => !fairer).map(({ seed }) => seed)).toEqual([1]);
      expect(differences.filter(({ blurred }) => blurred).length).toBe(4);
    },
  );
});

describe('article 7, why not mean squared error', () => {
  test(
    'the generator gives both answers up within 300 steps, and parts them again in as many',
    { timeout: 240_000 },
    async () => {
      const it = await figure('mean-or-mode', 'gan');
      it.trainTo(1500);
      expect(await it.measure('highQuality')).toBeGreaterThan(0.7);
      it.choose('meanSquaredError');
      it.trainTo(1800);
      expect(await it.measure('highQuality')).toBeLessThan(0.1);
      it.choose('gan');
      it.trainTo(2100);
      expect(await it.measure('highQuality')).toBeGreaterThan(0.5);
    },
  );
});

describe('article 8, does it converge?', () => {
  test('the step size sets the circle of the non-saturating game: radius √(2h)', async () => {
    const large = await figure('dirac-gan', 'nonSaturating', { stepSize: 0.5 });
    large.trainTo(300);
    expect(await large.measure('radius')).toBeCloseTo(1, 1);
    const small = await figure('dirac-gan', 'nonSaturating', { stepSize: 0.05 });
    small.trainTo(600);
    expect(await small.measure('radius')).toBeCloseTo(0.316, 1);
  });

  test('R1 slows down past γ = 1, and does not hold a step of 1.2', async () => {
    const after100 = async (penaltyWeight: number, stepSize = 0.2) => {
      const it = await figure('dirac-r1', 'little', { penaltyWeight, stepSize });
      it.trainTo(100);
      return it.measure('radius');
    };
    const [quarter, one, three, large] = [
      await after100(0.25),
      await after100(1),
      await after100(3),
      await after100(0.25, 1.2),
    ];
    expect(one).toBeLessThan(quarter);
    expect(three).toBeGreaterThan(quarter);
    expect(large).toBeGreaterThan(0.3);
  });
});
