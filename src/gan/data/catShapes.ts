// The shapes that a cat is drawn from: how far each pixel lies outside of an ellipse, a triangle and a line.

/** Pixels on a side. */
export const CAT_SIDE = 16;

/** A point of the drawing: [x, y]. */
export type Point = readonly [x: number, y: number];

/** For each pixel, how far it lies outside of a part of the drawing, in pixels; negative inside. Beyond REACH any number will do. */
export type Field = Float64Array;

/** Farther outside of a mark or a whisker than this no pixel is touched by it, also where the distance is only of first order. */
const REACH = 1;
/** Farther from the edge of the head than half its line (0.6) and half a pixel, a pixel is whole: its distance may be any that is as far. */
export const FAR = 1.1;

/** The middle of the first pixel. */
const FIRST = -(CAT_SIDE - 1) / 2;

// What an ellipse needs of each column.
const squares = new Float64Array(CAT_SIDE);
const slopes = new Float64Array(CAT_SIDE);

/** The first and the one after the last pixel, in a row or a column, whose middle lies in [from − reach, to + reach]. */
function span(from: number, to: number, reach: number): [number, number] {
  const first = Math.ceil(from - reach - FIRST);
  const last = Math.floor(to + reach - FIRST);
  return [Math.max(first, 0), Math.min(last + 1, CAT_SIDE)];
}

/**
 * The same ellipse as the first of a field, up to FAR from its edge only. The distance is between min(a, b) and max(a, b) times as much as
 * its ‖(x/a, y/b)‖ − 1, which tells the pixels that are farther.
 */
export function oval(field: Field, [cx, cy]: Point, a: number, b: number): void {
  const share = FAR / Math.min(a, b);
  const [inside, outside] = [Math.max(1 - share, 0) ** 2, (1 + share) ** 2];
  for (let column = 0; column < CAT_SIDE; column++) {
    const u = (column + FIRST - cx) / a;
    squares[column] = u * u;
    slopes[column] = (u / a) * (u / a);
  }
  for (let row = 0, i = 0; row < CAT_SIDE; row++) {
    const v = (row + FIRST - cy) / b;
    const [square, slope] = [v * v, (v / b) * (v / b)];
    for (let column = 0; column < CAT_SIDE; column++, i++) {
      const sum = (squares[column] as number) + square;
      if (sum > outside) continue;
      const norm = Math.sqrt(sum);
      field[i] = sum <= inside ? -2 * FAR : ((norm - 1) * norm) / Math.sqrt((slopes[column] as number) + slope);
    }
  }
}

/** An axis-parallel ellipse with half axes a and b; the distance is f/‖∇f‖ for f = ‖(x/a, y/b)‖ − 1, exact to first order at its edge. */
export function ellipse(field: Field, [cx, cy]: Point, a: number, b: number): void {
  const [left, right] = span(cx - a, cx + a, REACH);
  const [above, below] = span(cy - b, cy + b, REACH);
  for (let row = above; row < below; row++) {
    const v = (row + FIRST - cy) / b;
    for (let column = left, i = row * CAT_SIDE + left; column < right; column++, i++) {
      const u = (column + FIRST - cx) / a;
      const norm = Math.sqrt(u * u + v * v);
      const slope = Math.sqrt((u / a) * (u / a) + (v / b) * (v / b));
      const distance = slope === 0 ? -Math.min(a, b) : ((norm - 1) * norm) / slope;
      field[i] = Math.min(field[i] as number, distance);
    }
  }
}

/** A triangle whose corners go round against the clock, as seen with y downwards. The distance is measured across its sides, up to FAR outside. */
export function triangle(field: Field, a: Point, b: Point, c: Point): void {
  const [p, q, r] = [halfPlane(a, b), halfPlane(b, c), halfPlane(c, a)];
  for (let row = 0; row < CAT_SIDE; row++) {
    const y = row + FIRST;
    const left = Math.max(p.left + p.lean * y, q.left + q.lean * y, r.left + r.lean * y, FIRST);
    const right = Math.min(p.right + p.lean * y, q.right + q.lean * y, r.right + r.lean * y, -FIRST);
    const end = Math.floor(right - FIRST) + 1;
    let column = Math.ceil(left - FIRST);
    for (let i = row * CAT_SIDE + column; column < end; column++, i++) {
      const x = column + FIRST;
      const distance = Math.max(
        p.nx * x + p.ny * y - p.offset,
        q.nx * x + q.ny * y - q.offset,
        r.nx * x + r.ny * y - r.offset,
      );
      field[i] = Math.min(field[i] as number, distance);
    }
  }
}

/** All that lies on the left of a line, as seen with y downwards. */
interface HalfPlane {
  /** Its normal, and how far that goes. */
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
  /** At y, what lies FAR outside begins `lean` · y before `left` or after `right`; the other of them is infinite. */
  readonly left: number;
  readonly right: number;
  readonly lean: number;
}

/** What lies on the left of the way from one point to the other. */
function halfPlane(from: Point, to: Point): HalfPlane {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.sqrt(dx * dx + dy * dy);
  const nx = -dy / length;
  const ny = dx / length;
  const offset = nx * from[0] + ny * from[1];
  // A line along the row has no place in it: nothing is left out then.
  const crossing = nx === 0 ? Infinity : (FAR + offset) / nx;
  const lean = nx === 0 ? 0 : -ny / nx;
  return { nx, ny, offset, lean, left: nx < 0 ? crossing : -Infinity, right: nx > 0 ? crossing : Infinity };
}

export function segment(field: Field, from: Point, to: Point): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const [left, right] = span(Math.min(from[0], to[0]), Math.max(from[0], to[0]), REACH);
  const [above, below] = span(Math.min(from[1], to[1]), Math.max(from[1], to[1]), REACH);
  for (let row = above; row < below; row++) {
    const y = row + FIRST;
    for (let column = left, i = row * CAT_SIDE + left; column < right; column++, i++) {
      const x = column + FIRST;
      const share = ((x - from[0]) * dx + (y - from[1]) * dy) / squared;
      const along = Math.min(Math.max(share, 0), 1);
      const px = x - from[0] - along * dx;
      const py = y - from[1] - along * dy;
      field[i] = Math.min(field[i] as number, Math.sqrt(px * px + py * py));
    }
  }
}
