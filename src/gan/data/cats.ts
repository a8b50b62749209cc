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

/** How far a point lies outside of a shape, in pixels; negative inside. */
type Outside = (x: number, y: number) => number;

/** Half the width of the line around a white cat, and of a whisker. */
const LINE = 0.6;
const HAIR = 0.35;

/**
 * Draws a face into 256 pixels, row by row from above, each from −1 (paper) to 1 (ink). Edges are soft: a shape covers a
 * pixel whose centre lies a distance d outside of it by the share ½ − d, between 0 and 1.
 */
export function drawCat(face: CatFace, pixels: Float32Array): void {
  const { black, x: cx, y: cy, width, height, eyeDistance, eyeRadius } = face;
  const head = union(ellipse([cx, cy], width, height), union(ear(face, -1), ear(face, 1)));
  const whiskers = union(
    union(hair(face, -1, -0.3), hair(face, -1, 0.3)),
    union(hair(face, 1, -0.3), hair(face, 1, 0.3)),
  );
  const eye = (side: number) => ellipse([cx + side * eyeDistance, cy - 0.5], 0.85 * eyeRadius, 1.15 * eyeRadius);
  const marks = union(ellipse([cx, cy + 1.6], 0.9, 0.6), union(eye(-1), eye(1)));
  for (let i = 0; i < PIXELS; i++) {
    const x = (i % SIDE) - (SIDE - 1) / 2;
    const y = Math.floor(i / SIDE) - (SIDE - 1) / 2;
    const edge = head(x, y);
    let ink = covered(whiskers(x, y) - HAIR);
    ink = paint(ink, covered(edge), black ? 1 : 0);
    if (!black) ink = paint(ink, covered(Math.abs(edge) - LINE), 1);
    if (edge < 0) ink = paint(ink, covered(marks(x, y)), black ? 0 : 1);
    pixels[i] = 2 * ink - 1;
  }
}

const covered = (distance: number): number => Math.min(Math.max(0.5 - distance, 0), 1);

/** A shape of the given ink over what is there. */
const paint = (below: number, cover: number, ink: number): number => below + cover * (ink - below);

const union =
  (a: Outside, b: Outside): Outside =>
  (x, y) =>
    Math.min(a(x, y), b(x, y));

/** The ear on the left (−1) or on the right (1): two corners on the head, and the tip. */
function ear({ x, y, width, height, earHeight, earTilt }: CatFace, side: number): Outside {
  const outer: Point = [x + side * 0.98 * width, y - 0.1 * height];
  const tip: Point = [x + side * (0.72 * width + earTilt), y - height - earHeight];
  const inner: Point = [x + side * 0.12 * width, y - 0.95 * height];
  return side > 0 ? triangle(outer, tip, inner) : triangle(outer, inner, tip);
}

/** A whisker that falls by `slope` for each pixel outwards. */
function hair({ x, y, width, whiskers }: CatFace, side: number, slope: number): Outside {
  const [root, tip] = [0.8 * width, width + whiskers];
  const height = y + 1.4 + 2 * slope;
  return segment([x + side * root, height], [x + side * tip, height + slope * (tip - root)]);
}

/** An axis-parallel ellipse with half axes a and b; the distance is f/‖∇f‖ for f = ‖(x/a, y/b)‖ − 1, exact to first order at its edge. */
function ellipse([cx, cy]: Point, a: number, b: number): Outside {
  return (x, y) => {
    const [u, v] = [(x - cx) / a, (y - cy) / b];
    const norm = Math.sqrt(u * u + v * v);
    const slope = Math.sqrt((u / a) ** 2 + (v / b) ** 2);
    return slope === 0 ? -Math.min(a, b) : ((norm - 1) * norm) / slope;
  };
}

/** A triangle whose corners go round against the clock, as seen with y downwards. The distance is measured across its sides. */
function triangle(a: Point, b: Point, c: Point): Outside {
  const [ab, bc, ca] = [halfPlane(a, b), halfPlane(b, c), halfPlane(c, a)];
  return (x, y) => Math.max(ab(x, y), bc(x, y), ca(x, y));
}

/** All that lies on the left of the way from one point to the other, as seen with y downwards. */
function halfPlane(from: Point, to: Point): Outside {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [nx, ny] = [-dy / length, dx / length];
  const offset = nx * from[0] + ny * from[1];
  return (x, y) => nx * x + ny * y - offset;
}

function segment(from: Point, to: Point): Outside {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  return (x, y) => {
    const share = ((x - from[0]) * dx + (y - from[1]) * dy) / squared;
    const along = Math.min(Math.max(share, 0), 1);
    return Math.sqrt((x - from[0] - along * dx) ** 2 + (y - from[1] - along * dy) ** 2);
  };
}
