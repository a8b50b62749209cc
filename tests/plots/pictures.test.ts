// Pictures of single runs beyond samples as dots: D*, arrows, what is cut off, drawings, bars, and the phase plane.
import { expect, test } from 'vitest';
import { arrowOf } from '../../src/plots/views/pushes.ts';
import { bars, termsOf } from '../../src/plots/views/bars.ts';
import { cycleOf, gameOf, growthOf } from '../../src/plots/views/diracFacts.ts';
import { halfSide, phase } from '../../src/plots/views/phase.ts';
import { samples } from '../../src/plots/views/samples.ts';
import { drawDrawing } from '../../src/plots/views/samplesAsDrawings.ts';
import { newTrace } from '../../src/plots/trace.ts';
import { recorder, texts, theme, curves } from './recorder.ts';
import { diracWith, experimentWith, frameInPlane, frameOfDrawings, frameOnLine, traceOf } from './traces.ts';

const size = { width: 400, height: 240 };

/** Filled paths of one colour with three corners: heads of arrows and marks of what is cut off. */
const heads = ({ acts }: ReturnType<typeof recorder>, colour: string) =>
  acts.filter((each) => each.act === 'fill' && each.colour === colour && each.points.length === 3);

test('D* is a dotted line with its name, where it is known', () => {
  const frame = frameOnLine();
  const field = { from: -10, to: 4, size: 32, logits: new Float32Array(32).fill(1) };
  const known = recorder(size);
  samples.draw(known.surface, traceOf({ ...frame, field: { ...field, optimal: new Float32Array(32) } }));
  expect(texts(known.acts)).toContain('D*(x)');
  const [best, own] = curves(known.acts).filter(({ colour }) => colour === theme.ink);
  expect(best?.dash.length).toBe(2);
  expect(own?.dash).toEqual([]);
  const unknown = recorder(size);
  samples.draw(unknown.surface, traceOf(frame));
  expect(texts(unknown.acts)).not.toContain('D*(x)');
});

test('an arrow is as long as the push, up to a limit; one that cannot be seen is none', () => {
  const [short] = arrowOf([1, 0], 'line') ?? [];
  const [long] = arrowOf([3, 0], 'line') ?? [];
  expect(long).toBeCloseTo(3 * (short ?? NaN));
  expect(arrowOf([1e6, 0], 'line')).toEqual(arrowOf([1e3, 0], 'line'));
  expect(arrowOf([-3, -4], 'plane')?.map(Math.sign)).toEqual([-1, -1]);
  expect(arrowOf([1e-3, 0], 'line')).toBeUndefined();
  expect(arrowOf([NaN, 0], 'plane')).toBeUndefined();
});

test('saturated pushes leave diamonds without arrows; others point where they push', () => {
  const drawn = (push: number) => {
    const record = recorder(size);
    const pull = new Float32Array(50).fill(push);
    samples.draw(record.surface, traceOf(frameOnLine({ pull })));
    return heads(record, theme.generated);
  };
  // The one of the legend alone, and the mark of a density that is cut off.
  const saturated = drawn(1e-6).length;
  const pushed = drawn(-2);
  expect(pushed.length).toBe(saturated + 24);
  const [tip, ...base] = pushed.at(-1)?.points ?? [];
  for (const corner of base) expect(corner[0]).toBeGreaterThan(tip?.[0] ?? NaN);
});

test('in the plane an arrow upwards in the data points upwards on the page', () => {
  const record = recorder({ width: 400, height: 400 });
  samples.draw(record.surface, traceOf(frameInPlane({ pull: Float32Array.of(0, 4) })));
  const [tip, ...base] = heads(record, theme.generated).at(-1)?.points ?? [];
  for (const corner of base) expect(corner[1]).toBeGreaterThan(tip?.[1] ?? NaN);
});

test('a generated density that is cut off at the top carries a mark and how many times as high it is', () => {
  const narrow = recorder(size);
  const fake = new Float32Array(100).fill(-3);
  samples.draw(
    narrow.surface,
    traceOf(frameOnLine({ fake, real: Float32Array.from({ length: 99 }, (_, i) => i / 30 - 3) })),
  );
  expect(texts(narrow.acts).some((text) => /^[\d.]+ × as high$/.test(text))).toBe(true);
  expect(heads(narrow, theme.generated).length).toBe(1);
  const broad = recorder(size);
  samples.draw(broad.surface, traceOf(frameOnLine({ fake: frameOnLine().real })));
  expect(heads(broad, theme.generated).length).toBe(0);
});

test('a drawing has ink where its pixels say so, row by row from above, and nothing where they are paper', () => {
  const { surface, acts } = recorder();
  const drawing = new Float32Array(16).fill(-1);
  drawing[1] = 1;
  drawing[2] = 1;
  drawing[12] = 1;
  drawing[15] = NaN;
  drawDrawing(surface.pen, drawing, { side: 4, pixel: 3, left: 100, top: 50 }, theme.ink);
  // Two neighbours of one shade are one rectangle; three CSS pixels to a pixel.
  expect(acts.map(({ act, colour, points }) => [act, colour, points[0]])).toEqual([
    ['fillRect', theme.ink, [103, 50]],
    ['fillRect', theme.ink, [100, 59]],
  ]);
});

test('a sheet frames real drawings blue and generated ones vermilion, as many as fit', () => {
  const { surface, acts } = recorder(size);
  samples.draw(surface, traceOf(frameOfDrawings(), 'nonSaturating', { data: { kind: 'cats' } }));
  const frames = (colour: string) => acts.filter((each) => each.act === 'stroke' && each.colour === colour).length;
  expect(frames(theme.real)).toBe(7);
  expect(frames(theme.generated)).toBe(14 + 7);
  expect(texts(acts)).toEqual(expect.arrayContaining(['real', 'generated']));
});

test('drawings are as large as lets all generated ones be seen', () => {
  const { surface, acts } = recorder({ width: 880, height: 244 });
  const frame = frameOfDrawings({ fake: new Float32Array(24 * 256) });
  samples.draw(surface, traceOf(frame, 'nonSaturating', { data: { kind: 'cats' } }));
  expect(acts.filter((each) => each.act === 'stroke' && each.colour === theme.generated).length).toBe(24);
  // Each row of 16 pixels begins with ink: four CSS pixels from one to the next.
  const [first, second] = acts.filter(({ act }) => act === 'fillRect').map(({ points }) => points[0]?.[1] ?? 0);
  expect((second ?? 0) - (first ?? 0)).toBe(4);
});

test('the bars are −log D(x) and −log(1 − D(x)) of each sample', () => {
  const logits = Float32Array.of(Math.log(3), Math.log(3));
  const terms = termsOf(frameOnLine({ field: { from: -10, to: 4, size: 2, logits } }));
  // D is ¾ everywhere.
  expect(terms?.meanReal).toBeCloseTo(Math.log(4 / 3), 5);
  expect(terms?.meanFake).toBeCloseTo(Math.log(4), 5);
  expect(termsOf(frameInPlane())).toBeUndefined();
});

test('real bars rise in blue, generated ones hang in vermilion; what is longer than the axis carries a mark', () => {
  const record = recorder({ width: 600, height: 240 });
  // D is sure and right at first, sure and wrong about a sample at 3.
  bars.draw(record.surface, traceOf(frameOnLine({ fake: Float32Array.of(3) })));
  const drawn = (colour: string) => record.acts.filter((each) => each.act === 'fillRect' && each.colour === colour);
  expect(drawn(theme.real).length).toBe(50);
  expect(drawn(theme.generated).length).toBe(1);
  expect(heads(record, theme.generated).length).toBe(1);
  expect(texts(record.acts)).toContain('mean −log(1 − D(x)) = 20.0');
});

test('the phase plane has one scale for both axes and holds the whole path', () => {
  expect(halfSide([[3, 4]])).toBeGreaterThanOrEqual(5);
  expect(halfSide([[3, 4]])).toBeLessThan(8);
  const record = recorder({ width: 432, height: 372 });
  phase.draw(record.surface, traceOf(frameOnLine(), 'saturating', diracWith()));
  const path = curves(record.acts).find(({ colour }) => colour === theme.ink)?.points ?? [];
  // The measured path is part of the unit circle: the same distance from the middle everywhere.
  expect(path.length).toBe(12);
  const cross = record.acts.find(({ act, points }) => act === 'stroke' && points.length === 4)?.points ?? [];
  const middle = [((cross[0]?.[0] ?? 0) + (cross[1]?.[0] ?? 0)) / 2, cross[0]?.[1] ?? 0] as const;
  const distances = path.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(1e-6);
  expect(texts(record.acts)).toContain('λ = 1 ± 0.05i, |λ| = 1.00125 a step');
});

test('a run that has measured nothing shows the field and the equilibrium alone', () => {
  const { surface, acts } = recorder(size);
  phase.draw(surface, newTrace('x', diracWith(), [], 'solid'));
  expect(acts.some(({ act, colour }) => act === 'fill' && colour === theme.ruleStrong)).toBe(true);
  expect(texts(acts)).not.toContain('start');
});

test('the limit cycle √(2h) belongs to simultaneous non-saturating steps of one size, without penalty, alone', () => {
  const cycle = (change: Parameters<typeof diracWith>[0]) => {
    const game = gameOf(diracWith(change));
    return game && cycleOf(game);
  };
  expect(cycle({ objective: 'nonSaturating' })).toBeCloseTo(Math.sqrt(0.2));
  expect(cycle({ objective: 'saturating' })).toBeUndefined();
  expect(cycle({ objective: 'nonSaturating', penalties: [{ kind: 'r1', weight: 1 }] })).toBeUndefined();
  const order = { ...diracWith().schedule, order: 'discriminatorFirst' } as const;
  expect(cycle({ objective: 'nonSaturating', schedule: order })).toBeUndefined();
  expect(gameOf(experimentWith())).toBeUndefined();
});

test('where the field jumps, or the optimiser is no plain gradient descent, there are no eigenvalues', () => {
  const adam = { kind: 'adam', rate: 0.1, beta1: 0, beta2: 0.9, epsilon: 1e-8 } as const;
  expect(growthOf(diracWith({ optimisers: { generator: adam, discriminator: adam } }))).toBeUndefined();
  expect(growthOf(diracWith({ penalties: [{ kind: 'gradientPenalty', weight: 1, target: 1 }] }))).toBeUndefined();
});

test('of both gradients in the head, that of the objective in use is a filled bar and the other an outline', () => {
  const outlines = (objective: 'saturating' | 'nonSaturating') => {
    const { surface, acts } = recorder({ width: 800, height: 240 });
    samples.draw(surface, traceOf(frameOnLine(), objective));
    const bars = acts.filter(({ act, colour }) => act === 'fillRect' && colour === theme.generated).length;
    const dashed = acts.some(
      ({ act, colour, dash }) => act === 'stroke' && colour === theme.generated && dash.length > 0,
    );
    return { bars, dashed };
  };
  // The saturating objective is the dashed one.
  expect(outlines('saturating')).toEqual({ bars: 1, dashed: false });
  expect(outlines('nonSaturating')).toEqual({ bars: 1, dashed: true });
});

test('a legend that is wider than the picture goes on in the next line', () => {
  const { surface, acts } = recorder({ width: 300, height: 240 });
  const trace = traceOf(frameOnLine({ pull: Float32Array.of(1) }));
  samples.draw(surface, trace, 'Saturating');
  const heightOf = (start: string) =>
    acts.find(({ act, text }) => act === 'text' && text.startsWith(start))?.points[0]?.[1] ?? NaN;
  expect(heightOf('generated')).toBe(heightOf('Saturating'));
  expect(heightOf('push')).toBeGreaterThan(heightOf('Saturating') + 10);
});
