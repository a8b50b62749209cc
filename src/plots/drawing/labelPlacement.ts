// Finds room for a label: the first of some boxes where no curve runs and no other label stands.
import type { Axes } from './axes.ts';
import type { Box, Point } from './surface.ts';

interface Values {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** Points along the drawn curves, near enough to each other that none slips through a line of letters. */
export function alongCurves(curves: readonly Values[], { x, y }: Pick<Axes, 'x' | 'y'>): Point[] {
  return curves.flatMap(({ steps, values }) => {
    const points = steps
      .map((step, i): Point => [x(step), y(values[i] as number)])
      .filter((point) => point.every(Number.isFinite));
    return points.flatMap((point, i) => {
      const before = points[i - 1] ?? point;
      const count = Math.min(200, Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / 4) || 1);
      return Array.from({ length: count }, (_, k): Point => {
        const share = (k + 1) / count;
        return [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share];
      });
    });
  });
}

/** Of the candidates the first that is free, else the one that the fewest points run through. @throws Error if there is no candidate */
export function freest(candidates: readonly Box[], points: readonly Point[], taken: readonly Box[]): Box {
  const cost = ({ left, right, top, bottom }: Box) =>
    points.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length +
    1000 * taken.filter((box) => box.left < right && box.right > left && box.top < bottom && box.bottom > top).length;
  const [first, ...others] = candidates;
  if (!first) throw new Error('a label needs at least one box');
  return others.reduce((best, box) => (cost(box) < cost(best) ? box : best), first);
}
