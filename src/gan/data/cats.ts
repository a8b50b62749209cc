// Draws cat faces of 16 × 16 pixels from a handful of random numbers each: data with many pixels, made by our own code.
import { sampleShape } from '../../vocabulary/data.ts';
import type { Law } from './distribution.ts';
import type { Stream } from '../random.ts';

const PIXELS = sampleShape({ kind: 'cats' }).dimension;

/** Pixels on a side. */
const SIDE = Math.sqrt(PIXELS);

/** A cat's face. Lengths are in pixels; the drawing's middle is (0, 0), x to the right and y downwards. */
export interface CatFace {
  /** Whether the coat is ink, with eyes of paper, or the other way round. */
  readonly black: boolean;
  /** The middle of the head. */
  readonly x: number;
  readonly y: number;
  /** Half the width and half the height of the head. */
  readonly width: number;
  readonly height: number;
  /** How far the tips of the ears rise above the head, and how far they lean outwards. */
  readonly earHeight: number;
  readonly earTilt: number;
  /** Half the distance between the eyes, and their radius. */
  readonly eyeDistance: number;
  readonly eyeRadius: number;
  /** How far the whiskers stick out. */
  readonly whiskers: number;
}

/** The faces: all numbers uniform between two bounds and independent, half of the coats black. Every drawing is different. */
export const catDrawings: Law = {
  extent: [-1, 1],
  fill(target, stream) {
    for (let i = 0; i + PIXELS <= target.length; i += PIXELS)
      drawCat(randomFace(stream), target.subarray(i, i + PIXELS));
  },
};

function randomFace(stream: Stream): CatFace {
  const between = (from: number, to: number) => from + (to - from) * stream.uniform();
  return {
    black: stream.uniform() < 0.5,
    x: between(-1, 1),
    y: between(0.8, 2.2),
    width: between(4.2, 5.6),
    height: between(3.8, 4.8),
    earHeight: between(1.2, 2.8),
    earTilt: between(-0.8, 1),
    eyeDistance: between(1.7, 2.5),
    eyeRadius: between(0.7, 1.2),
    whiskers: between(0.5, 2.2),
  };
}

/** A point of the drawing: [x, y]. */
type Point = readonly [x: number, y: number];

/** For each pixel, how far it lies outside of a part of the drawing, in pixels; negative inside. Beyond REACH any number will do. */
type Field = Float64Array;

/** Half the width of the line around a white cat, and of a whisker. */
const LINE = 0.6;
const HAIR = 0.35;
/** Farther outside of a mark or a whisker than this no pixel is touched by it, also where the distance is only of first order. */
const REACH = 1;

/** The middle of the first pixel. */
const FIRST = -(SIDE - 1) / 2;

// One drawing after another is made in the same three fields: thousands are drawn a second.
const head = new Float64Array(PIXELS);
const whiskers = new Float64Array(PIXELS);
const marks = new Float64Array(PIXELS);

/**
 * Draws a face into 256 pixels, row by row from above, each from −1 (paper) to 1 (ink). Edges are soft: a shape covers a
 * pixel whose centre lies a distance d outside of it by the share ½ − d, between 0 and 1.
 */
export function drawCat(face: CatFace, pixels: Float32Array): void {
  const { black, x, y, width, height, eyeDistance, eyeRadius } = face;
  for (const field of [head, whiskers, marks]) field.fill(Infinity);
  ellipse(head, [x, y], width, height, SIDE);
  for (const side of [-1, 1]) {
    ear(face, side);
    hair(face, side, -0.3);
    hair(face, side, 0.3);
    ellipse(marks, [x + side * eyeDistance, y - 0.5], 0.85 * eyeRadius, 1.15 * eyeRadius);
  }
  ellipse(marks, [x, y + 1.6], 0.9, 0.6);
  for (let i = 0; i < PIXELS; i++) {
    const edge = head[i] as number;
    let ink = covered((whiskers[i] as number) - HAIR);
    ink = paint(ink, covered(edge), black ? 1 : 0);
    if (!black) ink = paint(ink, covered(Math.abs(edge) - LINE), 1);
    if (edge < 0) ink = paint(ink, covered(marks[i] as number), black ? 0 : 1);
    pixels[i] = 2 * ink - 1;
  }
}

const covered = (distance: number): number => Math.min(Math.max(0.5 - distance, 0), 1);

/** A shape of the given ink over what is there. */
const paint = (below: number, cover: number, ink: number): number => below + cover * (ink - below);

/** The first and the one after the last pixel, in a row or a column, whose middle lies in [from − reach, to + reach]. */
function span(from: number, to: number, reach: number): [number, number] {
  const first = Math.ceil(from - reach - FIRST);
  const last = Math.floor(to + reach - FIRST);
  return [Math.max(first, 0), Math.min(last + 1, SIDE)];
}

/** The ear on the left (−1) or on the right (1): two corners on the head, and the tip. */
function ear({ x, y, width, height, earHeight, earTilt }: CatFace, side: number): void {
  const outer: Point = [x + side * 0.98 * width, y - 0.1 * height];
  const tip: Point = [x + side * (0.72 * width + earTilt), y - height - earHeight];
  const inner: Point = [x + side * 0.12 * width, y - 0.95 * height];
  if (side > 0) triangle(head, outer, tip, inner);
  else triangle(head, outer, inner, tip);
}

/** A whisker that falls by `slope` for each pixel outwards. */
function hair({ x, y, width, whiskers: length }: CatFace, side: number, slope: number): void {
  const [root, tip] = [0.8 * width, width + length];
  const height = y + 1.4 + 2 * slope;
  segment(whiskers, [x + side * root, height], [x + side * tip, height + slope * (tip - root)]);
}

/** An axis-parallel ellipse with half axes a and b; the distance is f/‖∇f‖ for f = ‖(x/a, y/b)‖ − 1, exact to first order at its edge. */
function ellipse(field: Field, [cx, cy]: Point, a: number, b: number, reach = REACH): void {
  const [left, right] = span(cx - a, cx + a, reach);
  const [above, below] = span(cy - b, cy + b, reach);
  for (let row = above; row < below; row++) {
    const v = (row + FIRST - cy) / b;
    for (let column = left, i = row * SIDE + left; column < right; column++, i++) {
      const u = (column + FIRST - cx) / a;
      const norm = Math.sqrt(u * u + v * v);
      const slope = Math.sqrt((u / a) * (u / a) + (v / b) * (v / b));
      const distance = slope === 0 ? -Math.min(a, b) : ((norm - 1) * norm) / slope;
      field[i] = Math.min(field[i] as number, distance);
    }
  }
}

/** A triangle whose corners go round against the clock, as seen with y downwards. The distance is measured across its sides. */
function triangle(field: Field, a: Point, b: Point, c: Point): void {
  const [abX, abY, ab] = halfPlane(a, b);
  const [bcX, bcY, bc] = halfPlane(b, c);
  const [caX, caY, ca] = halfPlane(c, a);
  for (let row = 0, i = 0; row < SIDE; row++) {
    const y = row + FIRST;
    for (let column = 0; column < SIDE; column++, i++) {
      const x = column + FIRST;
      const distance = Math.max(abX * x + abY * y - ab, bcX * x + bcY * y - bc, caX * x + caY * y - ca);
      field[i] = Math.min(field[i] as number, distance);
    }
  }
}

/** All that lies on the left of the way from one point to the other, as seen with y downwards: its normal, and how far that goes. */
function halfPlane(from: Point, to: Point): [nx: number, ny: number, offset: number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [nx, ny] = [-dy / length, dx / length];
  return [nx, ny, nx * from[0] + ny * from[1]];
}

function segment(field: Field, from: Point, to: Point): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const [left, right] = span(Math.min(from[0], to[0]), Math.max(from[0], to[0]), REACH);
  const [above, below] = span(Math.min(from[1], to[1]), Math.max(from[1], to[1]), REACH);
  for (let row = above; row < below; row++) {
    const y = row + FIRST;
    for (let column = left, i = row * SIDE + left; column < right; column++, i++) {
      const x = column + FIRST;
      const share = ((x - from[0]) * dx + (y - from[1]) * dy) / squared;
      const along = Math.min(Math.max(share, 0), 1);
      const [px, py] = [x - from[0] - along * dx, y - from[1] - along * dy];
      field[i] = Math.min(field[i] as number, Math.sqrt(px * px + py * py));
    }
  }
}
