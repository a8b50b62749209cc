// Labels at the ends of their curves: no legend to look up, no curve through a label, and no two labels on each other.
import { labelSize, widthOf, writeOnPaper } from './lettering.ts';
import type { Box, Point, Surface } from './surface.ts';

interface LabelledCurve {
  /** Empty for a curve that only stands in the way. */
  label: string;
  /** The runs of the curve as it is drawn, in pixels. */
  runs: readonly (readonly Point[])[];
  colour: string;
  strong: boolean;
}

/** From the highest to the lowest pixel of something. */
type Band = readonly [top: number, bottom: number];

const size = labelSize - 1;
/** What letters take above and below their baseline. */
const [ascent, descent] = [0.75 * size, 0.2 * size];

/** Between which heights a curve runs from `left` to `right`; undefined where it does not come there. */
function bandOf(runs: LabelledCurve['runs'], left: number, right: number): Band | undefined {
  const heights = runs.flatMap((run) =>
    run.flatMap(([x, y], i) => {
      const [xNext, yNext] = run[i + 1] ?? [x, y];
      if (xNext < left || x > right) return [];
      const at = (edge: number) =>
        xNext === x ? [y, yNext] : [y + ((yNext - y) * (Math.min(Math.max(edge, x), xNext) - x)) / (xNext - x)];
      return [...at(left), ...at(right)];
    }),
  );
  // A level curve is as thick as its stroke.
  return heights.length === 0 ? undefined : [Math.min(...heights) - 1, Math.max(...heights) + 1];
}

const shared = ([top, bottom]: Band, [otherTop, otherBottom]: Band): number =>
  Math.max(0, Math.min(bottom, otherBottom) - Math.max(top, otherTop));

/** Writes the labels: the upper ones above their curves and the lower ones below, unless there is more room on the other side. */
export function drawCurveLabels(surface: Surface, curves: readonly LabelledCurve[], box: Box): void {
  const ends = curves.flatMap((curve) => {
    const end = curve.runs.at(-1)?.at(-1);
    return end === undefined || curve.label === '' ? [] : [{ ...curve, x: end[0], y: end[1] }];
  });
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  const written: { left: number; right: number; band: Band }[] = [];
  sorted.forEach(({ label, runs, x, y, colour, strong }, i) => {
    const lettering = { size, weight: strong ? 'strong' : 'normal' } as const;
    const width = widthOf(surface, label, lettering);
    const right = Math.min(box.right - 2, Math.max(x, box.left + width + 4));
    const left = right - width;
    const own = bandOf(runs, left, right) ?? ([y, y] as const);
    const others = curves.map((curve) => (curve.runs === runs ? own : bandOf(curve.runs, left, right)));
    const before = written.map((other) => (other.left < right && left < other.right ? other.band : undefined));
    const taken = [...others, ...before].filter((band) => band !== undefined);
    const sides = [own[0] - 4, own[1] + 2 + ascent].map((wanted) => {
      const baseline = Math.min(Math.max(wanted, box.top + ascent), box.bottom - descent - 1);
      const band: Band = [baseline - ascent, baseline + descent];
      return { baseline, band, crossed: taken.reduce((sum, other) => sum + shared(band, other), 0) };
    });
    const [first, second] = i < sorted.length / 2 ? sides : sides.toReversed();
    if (first === undefined || second === undefined) return;
    const { baseline, band } = second.crossed < first.crossed ? second : first;
    written.push({ left, right, band });
    writeOnPaper(surface, label, [right, baseline], colour, { ...lettering, align: 'right' });
  });
}
