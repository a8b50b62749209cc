// Draws cat faces of 16 × 16 pixels from a handful of random numbers each: data with many pixels, made by our own code.
import type { Law } from './distribution.ts';
import type { Stream } from '../random.ts';
import { CAT_SIDE, ellipse, FAR, oval, segment, triangle, type Point } from './catShapes.ts';

const PIXELS = CAT_SIDE * CAT_SIDE;

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

/** Half the width of the line around a white cat, and of a whisker. */
const LINE = 0.6;
const HAIR = 0.35;
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
  head.fill(Infinity);
  whiskers.fill(Infinity);
  marks.fill(Infinity);
  oval(head, [x, y], width, height);
  for (const side of [-1, 1]) {
    ear(face, side);
    hair(face, side, -0.3);
    hair(face, side, 0.3);
    ellipse(marks, [x + side * eyeDistance, y - 0.5], 0.85 * eyeRadius, 1.15 * eyeRadius);
  }
  ellipse(marks, [x, y + 1.6], 0.9, 0.6);
  for (let i = 0; i < PIXELS; i++) {
    const edge = head[i] as number;
    // Most pixels are paper far from the cat, or coat far from everything.
    if (edge > FAR && whiskers[i] === Infinity) {
      pixels[i] = -1;
      continue;
    }
    if (edge < -FAR && whiskers[i] === Infinity && marks[i] === Infinity) {
      pixels[i] = black ? 1 : -1;
      continue;
    }
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
