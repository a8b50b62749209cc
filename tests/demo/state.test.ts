// The rules of a demo's figure: what its state says of its runs, what a choice does, and when claims are judged.
import { expect, test } from 'vitest';
import { effectOf, effectOfSlide, settingsWith, valueOf } from '../../src/demo/choices.ts';
import {
  contractOf,
  initialState,
  reduce,
  together,
  judgementsOf,
  type DemoEvent,
  type DemoState,
} from '../../src/demo/state.ts';
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';
import { judgeAll } from '../../src/vocabulary/judging.ts';

const network = { kind: 'mlp' as const, widths: [4], activation: 'relu' as const };
const sgd = { kind: 'sgd', rate: 0.1 } as const;
const demo = defineDemo({
  title: 'A demo',
  caption: 'A caption.',
  experiment: {
    seed: 1,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 2,
    generator: network,
    discriminator: network,
    objective: 'saturating',
    optimisers: { generator: sgd, discriminator: sgd },
    batch: 8,
  },
  variants: {
    saturating: {
      label: 'Saturating',
      change: {},
      claims: [{ says: 'It stays away.', metric: 'wasserstein1', atLeast: 5, at: 10 }],
    },
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating' },
      claims: [{ says: 'It arrives in time.', metric: 'wasserstein1', atMost: 1, at: 20 }],
    },
    larger: {
      label: 'Larger',
      change: { batch: 16 },
      claims: [{ says: 'It arrives in time.', metric: 'wasserstein1', atMost: 1, at: 20 }],
    },
  },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
  shows: ['samples'],
  sliders: [{ of: 'discriminatorSteps', from: 0, to: 10, step: 1 }],
  moves: true,
  every: 10,
  length: 100,
});

/** The first frame of a run that comes, with one measurement. */
const seen = (variant: string, step: number, distance: number): DemoEvent => {
  const measurements = [{ step, values: { wasserstein1: distance } }];
  const judgements = judgeAll(demo.variants[variant]?.claims ?? [], measurements);
  return { is: 'frame', variant, frame: { step }, trace: { measurements, judgements } };
};
const after = (...events: DemoEvent[]): DemoState => events.reduce(reduce, initialState(demo));
const runs = (phase: 'starting' | 'training' | 'paused' | 'finished' | 'failed'): DemoEvent => ({ is: 'runs', phase });
const state = (...events: DemoEvent[]) => contractOf(after(...events), demo);

test('from idle over starting to training, and paused again', () => {
  expect(state()).toBe('idle');
  expect(state({ is: 'play' })).toBe('starting');
  expect(state({ is: 'play' }, runs('training'))).toBe('training');
  expect(state({ is: 'play' }, runs('training'), { is: 'pause' }, runs('paused'))).toBe('paused');
  expect(state({ is: 'step' })).toBe('starting');
});

test('holds when every claim of the shown variant held, also while training goes on', () => {
  expect(state({ is: 'play' }, runs('training'), seen('saturating', 0, 8))).toBe('training');
  expect(state({ is: 'play' }, runs('training'), seen('saturating', 10, 8))).toBe('holds');
  expect(state({ is: 'play' }, runs('training'), seen('saturating', 10, 4))).toBe('broken');
});

test('compared, it holds only when the claims of both do', () => {
  const both: DemoEvent = { is: 'chosen', shown: ['saturating', 'nonSaturating'], effect: 'select' };
  expect(state(both, { is: 'play' }, runs('training'), seen('saturating', 10, 8))).toBe('training');
  expect(state(both, { is: 'play' }, runs('training'), seen('saturating', 10, 8), seen('nonSaturating', 20, 0.5))).toBe(
    'holds',
  );
  expect(state(both, { is: 'play' }, runs('training'), seen('saturating', 10, 8), seen('nonSaturating', 20, 2))).toBe(
    'broken',
  );
});

test('failed comes before everything, with its reason', () => {
  const events: DemoEvent[] = [
    { is: 'play' },
    seen('saturating', 10, 8),
    { is: 'runs', phase: 'failed', failure: 'It diverged.' },
  ];
  expect(state(...events)).toBe('failed');
  expect(after(...events)).toMatchObject({ failure: 'It diverged.', playing: false });
  expect(contractOf(reduce(after(...events), { is: 'retry' }), demo)).toBe('starting');
});

test('out of sight it stands still, and the reader’s wish is remembered', () => {
  const hidden = after({ is: 'play' }, runs('training'), { is: 'sight', visible: false });
  expect(contractOf(hidden, demo)).toBe('paused');
  expect(hidden.playing).toBe(true);
  expect(contractOf(reduce(hidden, { is: 'sight', visible: true }), demo)).toBe('training');
});

test('finished is paused for the contract, and plays no more', () => {
  const finished = after({ is: 'play' }, runs('finished'));
  expect(contractOf(finished, demo)).toBe('paused');
  expect(finished.playing).toBe(false);
});

test('changed in place, the claims are not judged until Reset', () => {
  const running = after({ is: 'play' }, runs('training'), seen('saturating', 10, 8));
  expect(effectOf(running, demo, ['nonSaturating'])).toBe('continue');
  const changed = reduce(running, { is: 'chosen', shown: ['nonSaturating'], effect: 'continue' });
  expect(changed.changedAt).toBe(10);
  expect(judgementsOf(changed, demo, 'nonSaturating')).toEqual([{ verdict: 'open', step: 10, value: 8 }]);
  const later = reduce(changed, seen('nonSaturating', 20, 0.1));
  expect(contractOf(later, demo)).toBe('training');
  expect(judgementsOf(later, demo, 'nonSaturating')).toMatchObject([{ verdict: 'open' }]);
  const reset = reduce(later, { is: 'reset' });
  expect(reset.step).toBe(0);
  expect(contractOf(reduce(reset, seen('nonSaturating', 20, 0.1)), demo)).toBe('holds');
});

/** What the figure does when a slider is moved: the rules' answer, put into the state. */
const slid = (before: DemoState, value: number): DemoState => {
  const settings = settingsWith(before, demo, 'discriminatorSteps', value);
  return reduce(before, { is: 'slid', settings, effect: effectOfSlide(before, demo) });
};
const sliderOf = (now: DemoState) => valueOf(now, demo, 'discriminatorSteps');

test('a slider moved while it trains changes the run on its way; back and reset, the claims are judged again', () => {
  const running = after({ is: 'play' }, runs('training'), seen('saturating', 10, 8));
  expect(contractOf(running, demo)).toBe('holds');
  expect(sliderOf(running)).toBe(1);
  const moved = slid(running, 5);
  expect(moved).toMatchObject({ settings: { discriminatorSteps: 5 }, changedAt: 10 });
  expect(sliderOf(moved)).toBe(5);
  expect(contractOf(moved, demo)).toBe('training');
  const back = slid(moved, 1);
  expect(back.settings).toEqual({});
  expect(contractOf(back, demo)).toBe('training');
  expect(contractOf(reduce(reduce(back, { is: 'reset' }), seen('saturating', 10, 8)), demo)).toBe('holds');
});

test('Reset keeps a slider where it is, and such a run is not judged', () => {
  const running = slid(after({ is: 'play' }, runs('training'), seen('saturating', 10, 8)), 5);
  const again = reduce(reduce(running, { is: 'reset' }), seen('saturating', 10, 8));
  expect(sliderOf(again)).toBe(5);
  expect(judgementsOf(again, demo, 'saturating')).toMatchObject([{ verdict: 'open' }]);
});

test('before anything is pressed a slider only selects; a run that stands at its start starts again; a warmed-up one goes on', () => {
  expect(effectOfSlide(after(), demo)).toBe('select');
  const chosen = slid(after(), 5);
  expect(chosen).toMatchObject({ phase: 'idle', settings: { discriminatorSteps: 5 } });
  expect(chosen.changedAt).toBeUndefined();
  expect(contractOf(reduce(slid(chosen, 1), seen('saturating', 10, 8)), demo)).toBe('idle');
  const ready = after({ is: 'play' }, { is: 'pause' }, { is: 'reset' }, runs('paused'), seen('saturating', 0, 8));
  expect(effectOfSlide(ready, demo)).toBe('restart');
  expect(slid(slid(ready, 5), 1).changedAt).toBeUndefined();
  const warmed = { ...demo, experiment: { ...demo.experiment, schedule: { ...demo.experiment.schedule, warmup: 10 } } };
  expect(effectOfSlide(ready, warmed)).toBe('continue');
});

test('another variant starts where its author put it: sliders go back; a run that goes on alone keeps them', () => {
  const both: DemoEvent = { is: 'chosen', shown: ['saturating', 'nonSaturating'], effect: 'restart' };
  const compared = slid(after({ is: 'play' }, runs('training'), both, seen('saturating', 10, 8)), 5);
  expect(reduce(compared, { is: 'chosen', shown: ['saturating'], effect: 'drop' }).settings).not.toEqual({});
  for (const effect of ['select', 'continue', 'restart'] as const)
    expect(reduce(compared, { is: 'chosen', shown: ['larger'], effect }).settings).toEqual({});
});

test('a player that moves alone takes the run off what the claims speak of, and starts it where nothing ran', () => {
  const running = after({ is: 'play' }, runs('paused'), seen('saturating', 10, 8), { is: 'moved' });
  expect(running.changedAt).toBe(10);
  expect(judgementsOf(running, demo, 'saturating')).toMatchObject([{ verdict: 'open' }]);
  const first = after({ is: 'moved' });
  expect(contractOf(first, demo)).toBe('starting');
  expect(judgementsOf(reduce(first, seen('saturating', 10, 8)), demo, 'saturating')).toMatchObject([
    { verdict: 'open' },
  ]);
  expect(effectOfSlide(reduce(first, runs('paused')), demo)).toBe('continue');
});

test('what a choice does depends on what differs and on what has been trained', () => {
  const idle = after();
  const start = after({ is: 'play' }, runs('training'), seen('saturating', 0, 8));
  const running = after({ is: 'play' }, runs('training'), seen('saturating', 10, 8));
  const both = reduce(running, { is: 'chosen', shown: ['saturating', 'nonSaturating'], effect: 'restart' });
  expect(effectOf(idle, demo, ['larger'])).toBe('select');
  expect(effectOf(start, demo, ['nonSaturating'])).toBe('restart');
  expect(effectOf(running, demo, ['larger'])).toBe('restart');
  expect(effectOf(running, demo, ['saturating', 'nonSaturating'])).toBe('restart');
  expect(effectOf(both, demo, ['nonSaturating'])).toBe('drop');
  expect(effectOf(both, demo, ['larger'])).toBe('restart');
  expect(both).toMatchObject({ step: 0, traces: {} });
});

test('a late frame of a variant that is no longer shown changes nothing', () => {
  const running = after({ is: 'play' }, runs('training'), seen('saturating', 10, 8));
  expect(reduce(running, seen('larger', 50, 0))).toBe(running);
});

test('a note of the engine is told once', () => {
  const note: DemoEvent = { is: 'runs', phase: 'training', note: 'There is no WebGL here.' };
  expect(after(note, note).notes).toEqual(['There is no WebGL here.']);
});

test('of two runs, the one that needs attention speaks', () => {
  expect(together(['training', 'failed'])).toBe('failed');
  expect(together(['training', 'starting'])).toBe('starting');
  expect(together(['finished', 'training'])).toBe('training');
  expect(together(['finished', 'paused'])).toBe('paused');
  expect(together(['finished', 'finished'])).toBe('finished');
});
