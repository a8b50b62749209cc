// Finds a place for a name: the first of some places where no curve runs and no other name stands.
import type { Scale } from './axes.ts';
import type { Box } from './pen.ts';
import type { Series } from '../views/overSteps.ts';

type Point = readonly [x: number, y: number];

/** Points along the drawn curves, near enough to each other that none slips through a line of letters. */
export function alongCurves(all: readonly Series[], x: Scale, y: Scale): Point[] {
  return all.flatMap(({ steps, values }) => {
    const points = steps
      .map((step, i): Point => [x(step), y(values[i] ?? NaN)])
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
  if (!first) throw new Error('a name needs at least one place');
  return others.reduce((best, box) => (cost(box) < cost(best) ? box : best), first);
}
