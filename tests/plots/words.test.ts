// Numbers and sentences: what stands for a picture says what the picture shows.
import { expect, test } from 'vitest';
import { columns } from '../../src/plots/drawing/curve.ts';
import { decades, decadeTicks, linear, linearTicks, roundedUp } from '../../src/plots/drawing/axes.ts';
import { density } from '../../src/plots/drawing/density.ts';
import { describePanel } from '../../src/plots/views/views.ts';
import { briefText } from '../../src/writing/numbers.ts';
import type { Panel } from '../../src/plots/panels.ts';
import { fieldColours, fieldLevel, fieldLevels, themeFrom } from '../../src/plots/drawing/theme.ts';
import { extend, lineStylesOf, newTrace } from '../../src/plots/trace.ts';
import { theme } from './recorder.ts';
import { claim, diracWith, experimentWith, frameOfDrawings, frameOnLine, traceOf } from './traces.ts';

test.each([
  [0, '0'],
  [4, '4'],
  [9.139, '9.14'],
  [-0.1234, '−0.12'],
  [2.1e-7, '2.1\u00a0×\u00a010⁻⁷'],
  [-27789974.7, '−2.8\u00a0×\u00a010⁷'],
  [NaN, 'not\u00a0a\u00a0number'],
])('%d is written %s', (value, text) => expect(briefText(value)).toBe(text));

test('the words of the samples give places, spreads and what D thinks', () => {
  const panel = { view: 'samples', variants: ['a'], shape: 'wide', titled: false } as const;
  const said = describePanel(panel, [traceOf(frameOnLine())]);
  expect(said).toMatch(/Step 60\. Generated samples lie around −8\.01 .*real data around −0\.02/);
  expect(said).toMatch(/D gives 2\.1.×.10⁻⁹ to generated samples on average and 1.* to real/);
  const warming = traceOf(frameOnLine({ warmup: { done: 3, of: 9, fakeLogit: -1 } }));
  expect(describePanel(panel, [warming])).toMatch(/^Warm-up, D alone, step 3 of 9\./);
});

test('the words of the gradients say which objective is in use, and where it changed', () => {
  const panel = { view: 'gradients', variants: ['a'], shape: 'half', titled: false } as const;
  const trace = traceOf(frameOnLine(), 'nonSaturating');
  trace.switches.push({ step: 30, to: 'Non-saturating' });
  expect(describePanel(panel, [trace])).toMatch(
    /is 12.* under the objective in use, and would be .*10⁻⁶ under the saturating one/,
  );
  expect(describePanel(panel, [trace])).toContain('Changed to “Non-saturating” at step 30.');
  expect(describePanel(panel, [newTrace('x', experimentWith(), [], 'dashed')])).toMatch(/not been measured/);
});

const panelOf = (view: Panel['view']) => ({ view, variants: ['a'], shape: 'half', titled: false }) as Panel;

test('the words of the samples tell how far D is from D*, and how hard the samples are pushed', () => {
  const size = 32;
  const field = {
    from: -10,
    to: 4,
    size,
    logits: new Float32Array(size),
    optimal: new Float32Array(size).fill(Math.log(3)),
  };
  const said = describePanel(panelOf('samples'), [
    traceOf(frameOnLine({ field, pull: Float32Array.of(2, 0.001, -4) })),
  ]);
  // D is ½ and D* is ¾ everywhere; the mean of 2, 0.001 and 4 is 2.
  expect(said).toContain('D(x) is 0.25 away from D*(x) on average.');
  expect(said).toContain('pushes a sample by 2.00 on average. 1 of 3 are too small to be seen as arrows.');
});

test('the words of drawings give ink and variety: generated ones all alike are half ink, without variety', () => {
  const said = describePanel(panelOf('samples'), [traceOf(frameOfDrawings())]);
  expect(said).toContain('80 generated drawings of 16 × 16 pixels');
  expect(said).toMatch(/carry 50 % ink on average, real ones 50 %/);
  expect(said).toContain('standard deviation of 0, in real ones of 0.');
});

test('the words of the bars add up the two halves of D’s loss', () => {
  const field = { from: -10, to: 4, size: 2, logits: new Float32Array(2) };
  const said = describePanel(panelOf('bars'), [traceOf(frameOnLine({ field }))]);
  expect(said).toMatch(/real samples is 0\.69, .* generated ones 0\.69: together 1\.39/);
});

test('the words of the scores and of the value give the newest measurement beside what is known', () => {
  expect(describePanel(panelOf('scores'), [traceOf(frameOnLine())])).toMatch(
    /^At step 60 D gives 0\.80 to real and 0\.10 to gen/,
  );
  expect(describePanel(panelOf('value'), [traceOf(frameOnLine())])).toMatch(
    /V\(D, G\) = −0\.29, where .* V\(D\*, G\) = −0\.010, 0\.28 more\. Where p = q the best is −log 4/,
  );
});

test('the words of the metric give the claim with the value that decided it, and what perfect samples score', () => {
  const trace = traceOf(frameOnLine());
  trace.floor = { mean: 0.02, low: 0.01, high: 0.03 };
  expect(describePanel(panelOf('metric'), [trace])).toBe(
    'At step 60 the measured value is 0.13 (Wasserstein-1 distance). Claimed: at most 0.2 at step 50, where it was 0.16. Perfect samples score 0.010 to 0.030.',
  );
  const two = traceOf(frameOnLine(), 'saturating', {}, [claim, { ...claim, atMost: undefined, atLeast: 0.1 }]);
  expect(describePanel(panelOf('metric'), [two])).toContain('Claimed: 0.1 to 0.2 at step 50, where it was 0.16.');
});

test('the words of the phase plane give the state, the step’s eigenvalues and what they do to the distance', () => {
  const simultaneous = traceOf(frameOnLine(), 'saturating', diracWith());
  // √(1 + h²/4) with h = 0.1: Mescheder, Geiger and Nowozin 2018.
  expect(describePanel(panelOf('phase'), [simultaneous])).toMatch(
    /θ = 0\.84, ψ = −0\.54, 1 from .* began 1 from .* λ = 1 ± 0\.05i, \|λ\| = 1\.00125: near the equilibrium the distance grows\.$/,
  );
  const alternating = diracWith({ schedule: { ...diracWith().schedule, order: 'discriminatorFirst' } });
  expect(describePanel(panelOf('phase'), [traceOf(frameOnLine(), 'saturating', alternating)])).toContain(
    'neither grows nor shrinks',
  );
  const friction = diracWith({ penalties: [{ kind: 'r1', weight: 0.3 }] });
  expect(
    describePanel(panelOf('phase'), [
      traceOf(frameOnLine(), 'nonSaturating', { ...friction, objective: 'nonSaturating' }),
    ]),
  ).toContain('the distance shrinks');
});

test('a trace keeps every step, and judges its claims as their measurements come', () => {
  const trace = newTrace('x', experimentWith(), [claim], 'dashed');
  const part = (from: number, to: number) => {
    const step = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const losses = { step, discriminator: step.map(() => from), generator: step };
    return frameOnLine({
      step: to,
      losses,
      measurements: step.filter((s) => s % 5 === 0).map((s) => ({ step: s, values: { wasserstein1: 8 / s } })),
    });
  };
  for (const frame of [part(1, 12), part(13, 22)]) extend(trace, frame);
  expect(trace.losses.step).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
  expect(trace.losses.discriminator.slice(10, 14)).toEqual([1, 1, 13, 13]);
  expect(trace.measurements.map(({ step }) => step)).toEqual([5, 10, 15, 20]);
  expect(trace.judgements).toEqual([{ verdict: 'open', step: 20, value: 8 / 20 }]);
  for (const frame of [part(23, 51), part(52, 60)]) extend(trace, frame);
  expect(trace.judgements).toEqual([{ verdict: 'holds', step: 50, value: 8 / 50 }]);
});

test('saturating is dashed, others solid, and two of one kind differ', () => {
  expect(lineStylesOf(['saturating', 'nonSaturating'])).toEqual(['dashed', 'solid']);
  expect(lineStylesOf(['saturating', 'saturating'])).toEqual(['dashed', 'dotted']);
});

test('a log scale has whole decades and leaves out what has no logarithm', () => {
  expect(decades([0, NaN, -1, Infinity, 3e-7, 20], [100, 0]).domain()).toEqual([1e-7, 100]);
  expect(decades([], [100, 0]).domain()).toEqual([0.1, 10]);
  const ticks = decadeTicks(decades([1e-12, 1], [100, 0]), 100);
  expect(ticks.length).toBeLessThanOrEqual(5);
  for (const tick of ticks) expect(Math.log10(tick)).toBeCloseTo(Math.round(Math.log10(tick)));
});

test('ticks below 0 have a real minus sign', () => {
  const ticks = linearTicks(linear([-0.3, 0], [0, 9]), 4);
  expect(ticks.map(([, label]) => label)).toEqual(['−0.3', '−0.2', '−0.1', '0.0']);
});

test('the axis of steps ends at a round number that is not passed', () => {
  expect([10, 50, 51, 101, 960, 1001].map(roundedUp)).toEqual([10, 50, 60, 150, 1000, 1500]);
});

test('a long curve costs two points a pixel or so, and loses no spike', () => {
  const xs = Array.from({ length: 50_000 }, (_, i) => i);
  const ys = xs.map((x) => (x === 31_234 ? 9 : 1));
  const [run = []] = columns(xs, ys, linear([0, 50_000], [0, 100]), linear([0, 10], [100, 0]));
  expect(run.length).toBeLessThanOrEqual(400);
  expect(Math.min(...run.map(([, y]) => y))).toBeCloseTo(10);
  expect(columns([0, 1, 2], [1, NaN, 1], linear([0, 2], [0, 9]), linear([0, 2], [9, 0])).length).toBe(2);
});

test('a density integrates to 1 and peaks where the samples are', () => {
  const samples = Float32Array.from({ length: 400 }, (_, i) => 2 + Math.sin(i));
  const { x, y, peak } = density(samples, -5, 9);
  const integral = y.reduce((sum, value) => sum + value * (14 / (x.length - 1)), 0);
  expect(integral).toBeCloseTo(1, 2);
  expect(peak).toBeGreaterThan(0.2);
  expect(density(Float32Array.of(NaN), 0, 1).peak).toBe(0);
});

test('the field’s colours run from vermilion over exactly paper to blue', () => {
  const colours = fieldColours(theme);
  expect(colours[fieldLevel(0)]).toBe('rgb(255, 255, 255)');
  expect(fieldLevel(-800)).toBe(0);
  expect(fieldLevel(800)).toBe(fieldLevels - 1);
  expect(fieldLevel(NaN)).toBe(fieldLevel(0));
  const [red = 0, , blue = 0] = (colours[0] ?? '').match(/\d+/g)?.map(Number) ?? [];
  expect(red).toBeGreaterThan(blue);
});

test('a theme that lacks a colour is refused by name', () => {
  expect(() => themeFrom((name) => (name === '--real' ? '' : '#fff'))).toThrow('--real');
  expect(() => fieldColours({ ...theme, paper: 'white' })).toThrow('"white"');
});
