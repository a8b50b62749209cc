// The figures drawn as SVG: what they compute, what they say in words, and that no state puts a coordinate nowhere.
import { divergence } from '../oracles/fDivergences.ts';
import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CostCurves } from '../../src/figures/CostCurves.tsx';
import CrossEntropy, { crossEntropy } from '../../src/figures/CrossEntropy.tsx';
import { DivergenceCurves, price } from '../../src/figures/DivergenceCurves.tsx';
import LogitAndRounding from '../../src/figures/LogitAndRounding.tsx';
import PlaneField from '../../src/figures/PlaneField.tsx';
import { graphOf, pathThrough, plotArea } from '../../src/figures/plotArea.ts';
import { sayRounding } from '../../src/figures/roundingWords.ts';
import { path, radius, reachOfOrbit, step } from '../../src/figures/gameXY.ts';
import { followed } from '../../src/gan/theory/divergences.ts';
import { entropy, kullbackLeibler } from '../../src/gan/theory/information.ts';

describe('the area of a plot', () => {
  const area = plotArea(
    { x: { from: 0, to: 10, ticks: [], name: 'x' }, y: { from: -1, to: 1, ticks: [], name: 'y' } },
    120,
    60,
    { top: 10, right: 10, bottom: 10, left: 10 },
  );

  test('puts values between its margins, y upwards', () => {
    expect([area.x(0), area.x(10), area.y(-1), area.y(1)]).toEqual([10, 110, 50, 10]);
  });

  test('a path breaks where a value is missing', () => {
    const gap = [NaN, NaN] as const;
    expect(pathThrough(area, [[0, -1], [5, 0], gap, [10, 1]])).toBe('M10 50L60 30M110 10');
  });

  test('a graph that runs off is cut off outside the box', () => {
    expect(graphOf(area, (x) => 1e9 * (x - 5), 0, 10, 2)).toBe('M10 90L60 30L110 -30');
  });
});

describe('the game xy', () => {
  const state = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }));
  const size = fc.double({ min: 0.01, max: 1, noNaN: true });

  test('a simultaneous step lengthens the radius by √(1 + h²)', () => {
    fc.assert(
      fc.property(state, size, (from, h) => {
        expect(radius(step(from, h, 'simultaneous'))).toBeCloseTo(radius(from) * Math.hypot(1, h), 12);
      }),
    );
  });

  test('an alternating step keeps x² + y² − hxy', () => {
    const kept = ([x, y]: readonly [number, number], h: number) => x * x + y * y - h * x * y;
    fc.assert(
      fc.property(state, size, (from, h) => {
        expect(kept(step(from, h, 'alternating'), h)).toBeCloseTo(kept(from, h), 12);
      }),
    );
  });

  test('alternating steps come near the ellipse’s furthest point, and never past it', () => {
    for (const h of [0.02, 0.15, 0.7, 1]) {
      const furthest = Math.max(...path([1, 0], h, 'alternating', 5000).map(radius));
      expect(furthest).toBeLessThanOrEqual(reachOfOrbit(h) + 1e-9);
      expect(path([1, 0], h, 'alternating', 5000)).toHaveLength(5001);
    }
    expect(Math.max(...path([1, 0], 0.15, 'alternating', 5000).map(radius))).toBeGreaterThan(reachOfOrbit(0.15) - 1e-3);
  });
});

test('cross-entropy is entropy plus divergence, infinite where Q rules out what P allows', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [p, q] = [
        [a, 1 - a],
        [b, 1 - b],
      ];
      expect(crossEntropy(p, q)).toBeCloseTo(entropy(p) + kullbackLeibler(p, q), 12);
    }),
  );
  expect(crossEntropy([0.5, 0.5], [1, 0])).toBe(Infinity);
  expect(crossEntropy([1, 0], [1, 0])).toBeCloseTo(0, 15);
});

describe('the price of a wrong density', () => {
  const names = ['saturating', 'nonSaturating', 'reverse', 'maximumLikelihood'] as const;

  test.each(names)('%s: never negative, 0 with slope 0 at r = 1, and its value at 0 is the limit', (name) => {
    for (let r = 0.01; r < 5; r += 0.01) expect(price(name, r)).toBeGreaterThanOrEqual(-1e-15);
    expect(price(name, 1)).toBeCloseTo(0, 15);
    expect((price(name, 1 + 1e-6) - price(name, 1 - 1e-6)) / 2e-6).toBeCloseTo(0, 9);
    if (name === 'maximumLikelihood') expect(price(name, 0)).toBe(Infinity);
    else expect(price(name, 0)).toBeCloseTo(price(name, 1e-12), 9);
  });

  test('it adds up to the divergence, and is what a small missed mode costs', () => {
    const missed = 1e-6;
    for (const name of names) {
      const p = [0.2, 0.3, 0.5];
      const q = [0.4, 0.5, 0.1];
      const priced = divergence((r) => price(name, r), p, q);
      expect(priced).toBeCloseTo(divergence(followed[name].g, p, q), 12);
      if (name === 'maximumLikelihood') continue;
      const cost = missed * price(name, 0) + (1 - missed) * followed[name].g(1 / (1 - missed));
      // The part that the rest of the data adds without the normalisation.
      const slope = (followed[name].g(1 + 1e-6) - followed[name].g(1 - 1e-6)) / 2e-6;
      expect((cost - slope * missed) / missed).toBeCloseTo(price(name, 0), 3);
    }
  });

  test('known values', () => {
    expect(names.map((name) => price(name, 0))).toEqual([Math.LN2, 1 - Math.LN2, 1, Infinity]);
  });
});

describe('rounding in words', () => {
  test.each([
    [-17.5, 'float32', 'probability', /saturating loss is 0 instead of −2\.511.*\. Everything else is right\.$/],
    [-17.5, 'float32', 'logit', /right to within a rounding or two\.$/],
    [-17.5, 'float64', 'probability', /the saturating loss is −2\.511.* instead of −2\.511|off in its last digits/],
    [
      -89,
      'float32',
      'probability',
      /non-saturating loss is ∞, infinite, instead of 89; .*is NaN, not a number, instead of −1\./,
    ],
    [-104, 'float32', 'logit', /the slope of the saturating loss is 0 instead of −6\.8/],
    [-8.5, 'float16', 'probability', /the saturating loss is 0 instead of −2\.034/],
    [17, 'float32', 'probability', /the saturating loss is −∞, infinite, instead of −17; .*NaN/],
    [0, 'float16', 'probability', /right to within/],
  ] as const)('at %d in %s, %s', (logit, precision, form, said) => {
    expect(sayRounding(logit, precision, form)).toMatch(said);
  });
});

describe('every state can be drawn', () => {
  const states: [string, () => string][] = [
    ['costs', () => render(h(CostCurves, {}))],
    ['divergences', () => render(h(DivergenceCurves, {}))],
    ...[0.02, 0.15, 1].map((stepSize): [string, () => string] => [
      `steps of ${stepSize}`,
      () => render(h(PlaneField, { stepSize })),
    ]),
    ...[0, 0.5, 1].flatMap((labels) =>
      [0.01, 0.5, 0.99].map((prediction): [string, () => string] => [
        `P ${labels}, Q ${prediction}`,
        () => render(h(CrossEntropy, { labels, prediction })),
      ]),
    ),
    ...(['float64', 'float32', 'float16'] as const).flatMap((precision) =>
      (['probability', 'logit'] as const).flatMap((form) =>
        [-110, -17.5, 20].map((logit): [string, () => string] => [
          `${precision}, ${form}, ${logit}`,
          () => render(h(LogitAndRounding, { precision, form, logit })),
        ]),
      ),
    ),
  ];

  test.each(states)('%s', (_, draw) => {
    const markup = draw();
    for (const [, name, value] of markup.matchAll(/ (d|x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"/g))
      expect(value, name).not.toMatch(/NaN|Infinity|undefined|^-[\d.]+$/);
    expect(markup.match(/<svg[^>]*role="img"/g)?.length).toBe(markup.match(/<title id="[\w-]+">[^<]{10,}/g)?.length);
    expect(markup.match(/<desc id="[\w-]+">[^<]{30,}/g)?.length).toBeGreaterThan(0);
  });
});
