// The views draw what they are given: colours and shapes of the data, line styles of the objectives, known values where they belong.
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { Frame } from '../../src/vocabulary/frame.ts';
import { viewNames } from '../../src/vocabulary/views.ts';
import { gradients, gradientSeries } from '../../src/plots/views/gradients.ts';
import { losses } from '../../src/plots/views/losses.ts';
import { domainOf } from '../../src/plots/drawing/valueAxis.ts';
import type { Panel } from '../../src/plots/panels.ts';
import { samples } from '../../src/plots/views/samples.ts';
import { newTrace } from '../../src/plots/trace.ts';
import { describePanel, drawPanel } from '../../src/plots/views/views.ts';
import { curves, recorder, texts, theme } from './recorder.ts';
import { claim, diracWith, experimentWith, frameInPlane, frameOfDrawings, frameOnLine, traceOf } from './traces.ts';

const size = { width: 400, height: 200 };

for (const [where, frame] of [
  ['on a line', frameOnLine()],
  ['in the plane', frameInPlane()],
] as const) {
  test(`${where}, real data are blue circles and generated data vermilion diamonds`, () => {
    const { surface, acts } = recorder({ width: 400, height: 400 });
    samples.draw(surface, traceOf(frame));
    const marks = acts
      .filter(({ act, arcs, points }) => act === 'fill' && (arcs > 1 || points.length % 4 === 0))
      .slice(-2);
    const n = { real: frame.real.length / frame.dimension, fake: frame.fake.length / frame.dimension };
    expect(marks.map(({ colour }) => colour)).toEqual([theme.real, theme.generated]);
    expect(marks[0]?.arcs).toBe(n.real);
    expect(marks[1]?.arcs).toBe(0);
    expect(marks[1]?.points.length).toBe(4 * n.fake);
  });
}

test('marks on a line stand where their values are on the axis', () => {
  const { surface, acts } = recorder();
  samples.draw(surface, traceOf(frameOnLine({ fake: Float32Array.of(-3) })));
  const [top, right] =
    acts.filter(({ act, colour }) => act === 'fill' && colour === theme.generated).at(-1)?.points ?? [];
  // The field covers [−10, 4] from 34 to width − 8: −3 is its middle.
  expect(top?.[0]).toBeCloseTo((34 + (size.width - 8)) / 2);
  expect(right?.[0]).toBeGreaterThan(top?.[0] ?? Infinity);
});

test('a frame with nothing finite in it, and no frame at all, are drawn without a throw', () => {
  const nan = new Float32Array(8).fill(NaN);
  const broken: Partial<Frame> = {
    real: nan,
    fake: nan,
    pull: nan,
    field: { from: -1, to: 1, size: 2, logits: new Float32Array(4).fill(NaN), optimal: new Float32Array(4).fill(NaN) },
    losses: { step: [1, 2], discriminator: [NaN, Infinity], generator: [-Infinity, NaN] },
    measurements: [
      { step: 0, values: { saturatingGradient: NaN, nonSaturatingGradient: 0, theta: NaN, psi: 1, realScore: NaN } },
      { step: 50, values: { value: -Infinity, optimalValue: NaN, wasserstein1: Infinity, fakeScore: NaN } },
    ],
  };
  const none: Partial<Frame> = {
    real: new Float32Array(),
    fake: new Float32Array(),
    losses: { step: [], discriminator: [], generator: [] },
    measurements: [],
  };
  const traces = [
    newTrace('empty', experimentWith(), [claim], 'dashed'),
    newTrace('empty', diracWith(), [], 'solid'),
    newTrace('empty', experimentWith({ data: { kind: 'cats' } }), [claim], 'solid'),
    ...[broken, none].flatMap((change) => [
      traceOf(frameOnLine(change)),
      traceOf(frameInPlane(change)),
      traceOf(frameOfDrawings(change)),
      traceOf(frameOnLine(change), 'nonSaturating', diracWith()),
    ]),
  ];
  for (const trace of traces) {
    const pen = createCanvas(size.width, size.height).getContext('2d');
    for (const box of [size, { width: 20, height: 10 }]) {
      for (const view of viewNames) {
        const traces = ['samples', 'bars', 'phase'].includes(view) ? [trace] : [trace, trace];
        const panel = { view, variants: ['a'], shape: 'half', titled: false } as Panel;
        drawPanel({ pen, size: box, theme }, panel, traces);
        expect(describePanel(panel, traces)).toMatch(/\w/);
      }
    }
  }
});

test('points that are not finite leave no mark', () => {
  const { surface, acts } = recorder();
  samples.draw(surface, traceOf(frameInPlane({ fake: Float32Array.of(NaN, 1, 0, 0) })));
  const diamonds = acts.filter(({ act, colour }) => act === 'fill' && colour === theme.generated).at(-1);
  expect(diamonds?.points.length).toBe(4);
});

test('the field is vermilion where D = 0, paper where D = ½, blue where D = 1', () => {
  const { surface, acts } = recorder({ width: 400, height: 400 });
  samples.draw(surface, traceOf(frameInPlane()));
  const cells = acts.filter(({ act, colour }) => act === 'fillRect' && colour.startsWith('rgb'));
  const left = cells.find(
    ({ points }) => points[0]?.[0] === Math.min(...cells.map((cell) => cell.points[0]?.[0] ?? 0)),
  );
  expect(left?.colour).toBe('rgb(255, 255, 255)');
  expect(new Set(cells.map(({ colour }) => colour))).toContain('rgb(199, 224, 238)');
});

test('the gradients of one run: the objective in use in full, the other one at the same weights beside it', () => {
  const own = gradientSeries([traceOf(frameOnLine(), 'saturating')], theme);
  expect(own.map(({ label, line, strong }) => [label, line, strong])).toEqual([
    ['saturating', 'dashed', true],
    ['non-saturating, same weights', 'solid', false],
  ]);
  const { surface, acts } = recorder();
  gradients.draw(surface, [traceOf(frameOnLine(), 'nonSaturating')]);
  expect(curves(acts).map(({ colour, dash }) => [colour, dash.length])).toEqual([
    [theme.inkSoft, 2],
    [theme.generated, 0],
  ]);
});

test('two runs side by side: each its own gradient, saturating dashed and non-saturating solid', () => {
  const traces = [traceOf(frameOnLine(), 'saturating'), traceOf(frameOnLine(), 'nonSaturating')];
  const { surface, acts } = recorder();
  gradients.draw(surface, traces);
  const drawn = curves(acts);
  expect(drawn.map(({ dash }) => dash.length > 0)).toEqual([true, false]);
  // 1e-6 lies far below 12 on a log axis: far lower on the page.
  expect((drawn[0]?.points[0]?.[1] ?? 0) - (drawn[1]?.points[0]?.[1] ?? 0)).toBeGreaterThan(80);
  const both = recorder();
  losses.draw(both.surface, traces);
  expect(curves(both.acts).map(({ dash }) => dash.length > 0)).toEqual([true, true, false, false]);
});

test('the log axis has powers of ten, raised', () => {
  const { surface, acts } = recorder();
  gradients.draw(surface, [traceOf(frameOnLine())]);
  const written = texts(acts);
  expect(written.filter((text) => text === '10').length).toBeGreaterThan(2);
  expect(written.filter((text) => /^−\d$/.test(text)).length).toBeGreaterThan(1);
});

test('reference lines stand at log 2 and 2 log 2, dashed, with their names', () => {
  const trace = traceOf(
    frameOnLine({
      losses: { step: [1, 2], discriminator: [2 * Math.LN2, 2 * Math.LN2], generator: [Math.LN2, Math.LN2] },
    }),
    'nonSaturating',
  );
  const { surface, acts } = recorder();
  losses.draw(surface, [trace]);
  expect(texts(acts)).toEqual(expect.arrayContaining(['log 2', '2 log 2']));
  const lines = acts.filter(({ act, dash }) => act === 'stroke' && dash.length === 2);
  const heights = lines.map(({ points }) => points[0]?.[1] ?? NaN);
  const of = (colour: string) =>
    acts.find(
      (each) =>
        each.act === 'stroke' &&
        each.colour === colour &&
        each.points.length === 2 &&
        each.dash.length === 0 &&
        Math.abs((each.points[0]?.[1] ?? 0) - (each.points[1]?.[1] ?? 1)) < 1e-9,
    );
  expect(heights.length).toBe(2);
  // A run whose losses have these very values is drawn on the lines, up to the rounding to whole pixels.
  expect(Math.abs((of(theme.ink)?.points[0]?.[1] ?? NaN) - (heights[0] ?? NaN))).toBeLessThanOrEqual(1);
  expect(Math.abs((of(theme.generated)?.points[0]?.[1] ?? NaN) - (heights[1] ?? NaN))).toBeLessThanOrEqual(1);
});

test('beyond the greatest known value of a loss there is room, and under the lowest there is room for its name', () => {
  const { surface, acts } = recorder();
  losses.draw(surface, [newTrace('x', experimentWith(), [], 'dashed')]);
  const heights = acts
    .filter(({ act, dash }) => act === 'stroke' && dash.length === 2)
    .map(({ points }) => points[0]?.[1]);
  // Between 30 and 176: 2 log 2 at the top, −log 2 at the foot.
  expect(heights.length).toBe(2);
  expect(heights[0]).toBeGreaterThan(30 + 4);
  expect(heights[1]).toBeLessThan(176 - 16);
  const baseline = acts.find(({ text }) => text === '−log 2')?.points[0]?.[1] ?? NaN;
  expect(baseline).toBeGreaterThan(heights[1] ?? NaN);
  expect(baseline).toBeLessThan(176);
});

test('a name stands clear of a curve that goes up and down under it', () => {
  const step = Array.from({ length: 400 }, (_, i) => i + 1);
  const waves = (around: number, height: number) => step.map((i) => around + (i % 2 === 0 ? height : -height));
  const trace = traceOf(
    frameOnLine({ losses: { step, discriminator: waves(1.0, 0.2), generator: waves(0.03, 0.02) } }),
    'nonSaturating',
  );
  const { surface, acts } = recorder();
  losses.draw(surface, [trace]);
  for (const [name, colour] of [
    ['discriminator', theme.ink],
    ['generator', theme.generated],
  ] as const) {
    const baseline = acts.find(({ text }) => text === name)?.points[0]?.[1] ?? NaN;
    const heights = acts
      .filter((each) => each.act === 'stroke' && each.colour === colour && each.points.length > 300)
      .flatMap(({ points }) => points.map(([, y]) => y));
    expect(heights.length).toBeGreaterThan(300);
    const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
    expect(baseline < top || baseline - 9 > bottom, `${name} at ${baseline}, curve ${top} to ${bottom}`).toBe(true);
  }
});

test('a level curve at the foot of a picture has its name above', () => {
  const step = [1, 400];
  const trace = traceOf(
    frameOnLine({ losses: { step, discriminator: [3, 3], generator: [0.02, 0.02] } }),
    'nonSaturating',
  );
  const { surface, acts } = recorder();
  losses.draw(surface, [trace]);
  const baseline = acts.find(({ text }) => text === 'generator')?.points[0]?.[1] ?? NaN;
  const drawn = acts.filter(({ act, colour }) => act === 'stroke' && colour === theme.generated);
  const height = drawn.at(-1)?.points.at(-1)?.[1] ?? NaN;
  expect(baseline).toBeLessThan(height);
});

test('the losses’ axis holds every finite loss and both reference values', () => {
  const room = { above: 0.06, below: 0.18 };
  const [foot, top] = domainOf([[], [2 * Math.LN2]], room);
  expect([foot, top / 2 / Math.LN2]).toEqual([0, expect.closeTo(1.06)]);
  const [least, most] = domainOf([[-3, NaN, 20, Infinity], [0]], room);
  expect(least).toBeLessThan(-3);
  expect(most).toBeGreaterThan(20);
  expect(most).toBeLessThan(30);
});

test('a switch is marked on both curves, with the name of what took over', () => {
  const trace = traceOf(frameOnLine());
  trace.switches.push({ step: 30, to: 'Non-saturating' });
  for (const view of [gradients, losses]) {
    const { surface, acts } = recorder();
    view.draw(surface, [trace]);
    expect(texts(acts)).toContain('Non-saturating');
    // 30 of 60 steps: the middle of the axis from 42 to width − 8.
    const mark = acts.find(
      ({ act, points }) =>
        act === 'stroke' &&
        points.length === 2 &&
        points[0]?.[0] === points[1]?.[0] &&
        (points[1]?.[1] ?? 0) - (points[0]?.[1] ?? 0) > 100,
    );
    expect(Math.abs((mark?.points[0]?.[0] ?? 0) - (42 + size.width - 8) / 2)).toBeLessThanOrEqual(1);
  }
});
