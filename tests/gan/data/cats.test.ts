// The drawn cats: in range, repeatable, no two alike, what each number moves, and a mean that is no cat.
import { expect, test } from 'vitest';
import { drawCat, type CatFace } from '../../../src/gan/data/cats.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { stream } from '../../../src/gan/random.ts';

const catDrawings = distribution({ kind: 'cats' });
const SIDE = 16;
const PIXELS = SIDE * SIDE;
const MIDDLE = (SIDE - 1) / 2;

const plain: CatFace = {
  black: true,
  x: 0,
  y: 1.5,
  width: 5,
  height: 4.3,
  earHeight: 2,
  earTilt: 0,
  eyeDistance: 2,
  eyeRadius: 1,
  whiskers: 1.5,
};

function drawn(change: Partial<CatFace> = {}): Float32Array {
  const pixels = new Float32Array(PIXELS);
  drawCat({ ...plain, ...change }, pixels);
  return pixels;
}

/** The pixel whose centre is nearest to a point of the drawing. */
const at = (pixels: ArrayLike<number>, x: number, y: number): number =>
  pixels[Math.round(y + MIDDLE) * SIDE + Math.round(x + MIDDLE)] ?? Number.NaN;

test('a drawing is 256 pixels, and all of them lie between paper and ink', () => {
  expect(catDrawings.dimension).toBe(PIXELS);
  expect(catDrawings.extent).toEqual([-1, 1]);
  const cats = catDrawings.sample(500, stream(1, 'data'));
  expect(cats).toHaveLength(500 * PIXELS);
  expect(cats.reduce((a, b) => Math.min(a, b))).toBe(-1);
  expect(cats.reduce((a, b) => Math.max(a, b))).toBe(1);
});

test('every drawing has plenty of ink, and a frame of paper above it', () => {
  const cats = catDrawings.sample(500, stream(2, 'data'));
  for (let i = 0; i < cats.length; i += PIXELS) {
    const cat = cats.subarray(i, i + PIXELS);
    const ink = cat.reduce((sum, pixel) => sum + (pixel + 1) / 2, 0);
    expect(ink).toBeGreaterThan(20);
    expect(ink).toBeLessThan(130);
    expect(Math.max(...cat.subarray(0, SIDE))).toBeLessThan(1);
  }
});

test('the same stream draws the same cats, in one call or in two; another draws others', () => {
  const random = stream(4, 'data');
  const first = catDrawings.sample(3, random);
  const rest = catDrawings.sample(2, random);
  const together = catDrawings.sample(5, stream(4, 'data'));
  expect(together).toEqual(Float32Array.from([...first, ...rest]));
  expect(catDrawings.sample(5, stream(5, 'data'))).not.toEqual(together);
});

test('no two cats are alike', () => {
  const cats = catDrawings.sample(200, stream(3, 'data'));
  for (let i = 0; i < 200; i++) {
    for (let j = 0; j < i; j++) {
      let squared = 0;
      for (let k = 0; k < PIXELS; k++)
        squared += ((cats[i * PIXELS + k] ?? 0) - (cats[j * PIXELS + k] ?? 0)) ** 2 / PIXELS;
      expect(Math.sqrt(squared)).toBeGreaterThan(0.1);
    }
  }
});

test('about half of the cats are black', () => {
  const cats = catDrawings.sample(2000, stream(6, 'data'));
  let black = 0;
  // The forehead is coat in every drawing: wherever the head is, (0, −0.5) lies on it, between the eyes.
  for (let i = 0; i < 2000; i++) black += at(cats.subarray(i * PIXELS, (i + 1) * PIXELS), 0, -0.5) > 0 ? 1 : 0;
  expect(black).toBeGreaterThan(900);
  expect(black).toBeLessThan(1100);
});

test('the mean of many is grey where the coats differ, and paper where no cat is', () => {
  const n = 4000;
  const cats = catDrawings.sample(n, stream(7, 'data'));
  const mean = new Float64Array(PIXELS);
  for (let i = 0; i < cats.length; i++) mean[i % PIXELS] = (mean[i % PIXELS] ?? 0) + (cats[i] ?? 0) / n;
  for (const [x, y] of [
    [0.5, 0.5],
    [-3.5, 1.5],
    [3.5, 2.5],
  ] as const)
    expect(Math.abs(at(mean, x, y))).toBeLessThan(0.3);
  expect(at(mean, -7.5, -7.5)).toBeCloseTo(-1, 6);
  expect(at(mean, 7.5, 7.5)).toBeLessThan(-0.99);
  // Nowhere does it have the ink of a line.
  expect(Math.max(...mean)).toBeLessThan(0.5);
});

test('the coat of a black cat is ink and its eyes are paper; of a white one, the other way round', () => {
  for (const black of [true, false]) {
    const cat = drawn({ black, eyeDistance: 2.5, eyeRadius: 1.2 });
    const ink = black ? 1 : -1;
    expect(at(cat, -4, 2.5)).toBeCloseTo(ink, 6);
    expect(at(cat, 2.5, 0.5)).toBeCloseTo(-ink, 6);
    expect(at(cat, -2.5, 0.5)).toBeCloseTo(-ink, 6);
  }
});

test('a face is its own mirror image, ears and whiskers included', () => {
  const cat = drawn();
  for (let i = 0; i < PIXELS; i++) {
    const row = Math.floor(i / SIDE) * SIDE;
    expect(cat[i]).toBeCloseTo(cat[row + SIDE - 1 - (i % SIDE)] ?? Number.NaN, 5);
  }
});

test('ears stand above the head, with a gap between them', () => {
  const cat = drawn({ earHeight: 2.5 });
  const inEar = at(cat, 3.5, -3.5);
  expect(inEar).toBeGreaterThan(0.5);
  expect(at(cat, -3.5, -3.5)).toBeGreaterThan(0.5);
  expect(at(cat, 0.5, -3.5)).toBe(-1);
  expect(at(drawn({ earHeight: 0.2 }), 3.5, -4.5)).toBeLessThan(at(cat, 3.5, -4.5));
});

test('a pixel on an edge is covered by half', () => {
  // The head's lowest point lies at y + height = 5.5, the centre of a row of pixels; x = ±0.5 is beside it.
  const below = at(drawn({ y: 1.2, height: 4.3, width: 5.6 }), 0.5, 5.5);
  expect(below).toBeGreaterThan(-0.25);
  expect(below).toBeLessThan(0.25);
});

test.each([
  ['x', { x: 0.5 }],
  ['y', { y: 1 }],
  ['width', { width: 4.4 }],
  ['height', { height: 4 }],
  ['earHeight', { earHeight: 1.3 }],
  ['earTilt', { earTilt: 0.9 }],
  ['eyeDistance', { eyeDistance: 2.4 }],
  ['eyeRadius', { eyeRadius: 0.7 }],
  ['whiskers', { whiskers: 0.6 }],
] as const)('%s is seen in the drawing', (_, change) => {
  const [before, after] = [drawn(), drawn(change)];
  const most = Math.max(...before.map((pixel, i) => Math.abs(pixel - (after[i] ?? 0))));
  expect(most).toBeGreaterThan(0.3);
});
