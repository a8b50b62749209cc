// Curves over steps beside what is known or claimed: scores, the value of the game, a claim's metric, and the losses' known values.
import { expect, test } from 'vitest';
import { linear } from '../../src/plots/drawing/axes.ts';
import { referencesOf } from '../../src/plots/views/losses.ts';
import { metric } from '../../src/plots/views/metric.ts';
import { alongCurves, freest } from '../../src/plots/drawing/labelPlacement.ts';
import { domainOf } from '../../src/plots/drawing/valueAxis.ts';
import { scores } from '../../src/plots/views/scores.ts';
import { value } from '../../src/plots/views/value.ts';
import { curves, recorder, texts, theme } from './recorder.ts';
import { claim, frameOnLine, traceOf } from './traces.ts';

/** The box of a picture of 400 × 200 pixels, as its axes have it. */
const box = { top: 30, bottom: 176, left: 42, right: 392 };

test('two runs of different objectives show each known value once', () => {
  const traces = [traceOf(frameOnLine(), 'saturating'), traceOf(frameOnLine(), 'nonSaturating')];
  expect(referencesOf(traces).map(({ name }) => name)).toEqual(['2 log 2', 'log 2', '−log 2']);
});

test('scores: D(x) blue, D(G(z)) vermilion, ½ in the middle', () => {
  const { surface, acts } = recorder();
  scores.draw(surface, [traceOf(frameOnLine())]);
  const [real, fake] = curves(acts);
  expect([real?.colour, fake?.colour]).toEqual([theme.real, theme.generated]);
  const middle = (box.top + box.bottom) / 2;
  // At step 60 they are 0.8 and 0.1: above and below the middle by 0.3 and 0.4 of the height.
  expect(real?.points.at(-1)?.[1]).toBeCloseTo(middle - 0.3 * (box.bottom - box.top));
  expect(fake?.points.at(-1)?.[1]).toBeCloseTo(middle + 0.4 * (box.bottom - box.top));
  expect(texts(acts)).toEqual(expect.arrayContaining(['½', 'D(x)', 'D(G(z))']));
});

test('the value’s axis holds −log 4 and 0, and ends where a value without bound is cut off, with what it was', () => {
  const room = { above: 0.1, below: 0.1 };
  expect(domainOf([[-500, NaN, -Infinity]], room, -4)[0]).toBeGreaterThan(-5);
  const empty = recorder();
  value.draw(empty.surface, [traceOf(frameOnLine({ measurements: [] }))]);
  expect(texts(empty.acts)).toEqual(expect.arrayContaining(['0: D tells all apart', '−log 4: p = q']));
  for (const { points } of empty.acts.filter(({ act, dash }) => act === 'stroke' && dash.length > 0))
    for (const [, y] of points) expect(y > box.top + 5 && y < box.bottom - 5).toBe(true);
  const { surface, acts } = recorder();
  const measurements = [-30, -2, -1].map((value, i) => ({ step: 10 * i, values: { value, optimalValue: -0.5 } }));
  value.draw(surface, [traceOf(frameOnLine({ measurements }))]);
  expect(texts(acts)).toEqual(expect.arrayContaining(['down to −30', '−4', 'V(D*, G)', 'V(D, G)', '−log 4: p = q']));
  const ticks = texts(acts).filter((text) => /^−[\d.]+$/.test(text));
  expect(ticks.toSorted().at(-1)).toBe('−4');
});

test('V(D, G) stands below V(D*, G) on the page when it is less', () => {
  const { surface, acts } = recorder();
  value.draw(surface, [traceOf(frameOnLine())]);
  const [best, now] = curves(acts);
  expect(best?.dash.length).toBe(2);
  expect((now?.points.at(-1)?.[1] ?? 0) - (best?.points.at(-1)?.[1] ?? 0)).toBeGreaterThan(10);
});

test('the metric’s bound, the step that decides and the noise floor stand where their values are', () => {
  const trace = traceOf(frameOnLine());
  trace.floor = { mean: 0.02, low: 0.01, high: 0.1 };
  const { surface, acts } = recorder();
  metric.draw(surface, [trace]);
  expect(texts(acts)).toEqual(
    expect.arrayContaining(['Wasserstein-1 distance', 'claimed: at most 0.2 at step 50', 'perfect samples']),
  );
  // Whole decades from 0.01 to 10: three of them; the axis of steps ends at 60.
  const y = (value: number) => box.bottom - ((Math.log10(value) + 2) / 3) * (box.bottom - box.top);
  const x = box.left + (50 / 60) * (box.right - box.left);
  const mark = acts.find(({ act, points }) => act === 'stroke' && points.length === 4);
  expect(mark?.points[2]?.[0]).toBeCloseTo(x);
  expect(mark?.points[2]?.[1]).toBeCloseTo(y(0.2));
  // At most: the bar hangs below its line.
  expect(mark?.points[3]?.[1]).toBeGreaterThan(y(0.2));
  const band = acts.find(({ act, colour }) => act === 'fillRect' && colour === theme.ruleStrong);
  expect(band?.points[0]?.[1]).toBeCloseTo(y(0.1));
});

test('the axis of steps reaches to the step that decides, before the run does', () => {
  const { surface, acts } = recorder();
  metric.draw(surface, [traceOf(frameOnLine(), 'saturating', {}, [{ ...claim, at: 2000 }])]);
  expect(texts(acts)).toContain('1,500');
});

test('a label stands where no curve runs', () => {
  const points = alongCurves([{ steps: [0, 100], values: [0, 100] }], {
    x: linear([0, 100], [0, 100]),
    y: linear([0, 100], [0, 100]),
  });
  const at = (left: number, top: number) => ({ left, top, right: left + 30, bottom: top + 16 });
  const onCurve = at(40, 45);
  const free = at(60, 10);
  expect(freest([onCurve, free], points, [])).toBe(free);
  expect(freest([onCurve, free], points, [free])).toBe(onCurve);
});
