// A curve over steps: one path however long the run, with breaks where a value is missing.
import type { Axes, Scale } from './axes.ts';
import type { Pen } from './pen.ts';
import type { Point } from './surface.ts';

/** Objectives are told apart by the style of their lines, never by hue alone. */
export type LineStyle = 'solid' | 'dashed' | 'dotted';

export const dashes: Record<LineStyle, number[]> = { solid: [], dashed: [7, 4], dotted: [1.5, 3.5] };

export interface Stroke {
  colour: string;
  width: number;
  line: LineStyle;
}

/**
 * Draws y over x. Where many values fall on one pixel column, it draws their least and their greatest, so that no spike is lost
 * and a long run costs no more than a short one. A value that the scale cannot show breaks the curve.
 * Returns the runs of points that it drew.
 */
export function curve(
  pen: Pen,
  xs: readonly number[],
  ys: readonly number[],
  { x, y }: Pick<Axes, 'x' | 'y'>,
  stroke: Stroke,
): Point[][] {
  const runs = columns(xs, ys, x, y);
  pen.save();
  pen.strokeStyle = stroke.colour;
  pen.lineWidth = stroke.width;
  pen.lineJoin = 'round';
  pen.lineCap = stroke.line === 'dotted' ? 'round' : 'butt';
  pen.setLineDash(dashes[stroke.line]);
  pen.beginPath();
  for (const run of runs) {
    run.forEach(([px, py], i) => (i === 0 ? pen.moveTo(px, py) : pen.lineTo(px, py)));
  }
  pen.stroke();
  pen.restore();
  return runs;
}

/** Runs of points without a gap, at most two for each pixel column. */
export function columns(xs: readonly number[], ys: readonly number[], x: Scale, y: Scale): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  let column: { at: number; first: Point; least: Point; most: Point; last: Point } | undefined;
  const flush = () => {
    if (column) {
      const { first, least, most, last } = column;
      const inner = least[0] <= most[0] ? [least, most] : [most, least];
      for (const point of [first, ...inner, last]) if (run.at(-1) !== point) run.push(point);
    }
    column = undefined;
  };
  xs.forEach((step, i) => {
    const point: Point = [x(step), y(ys[i] as number)];
    if (!Number.isFinite(point[1])) {
      flush();
      if (run.length > 0) runs.push(run);
      run = [];
      return;
    }
    const at = Math.floor(point[0]);
    if (column?.at !== at) {
      flush();
      column = { at, first: point, least: point, most: point, last: point };
      return;
    }
    if (point[1] > column.least[1]) column.least = point;
    if (point[1] < column.most[1]) column.most = point;
    column.last = point;
  });
  flush();
  if (run.length > 0) runs.push(run);
  return runs;
}
