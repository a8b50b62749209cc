// Names that stand on their curves: no key to look up, and no two on each other.
import type { Scale } from './axes.ts';
import { labelSize, widthOf, writeOnPaper } from './lettering.ts';
import type { Box, Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export interface CurveName {
  text: string;
  /** Where the curve ends; undefined where nothing of it can be drawn. */
  x: number | undefined;
  y: number | undefined;
  colour: string;
  strong: boolean;
}

/** The name of a curve, to stand at its last value that can be drawn. */
export function curveName(
  text: string,
  steps: readonly number[],
  values: readonly number[],
  x: Scale,
  y: Scale,
  colour: string,
  strong: boolean,
): CurveName {
  const last = values.findLastIndex((value) => Number.isFinite(y(value)));
  const [step, value] = [steps[last], values[last]];
  const known = step !== undefined && value !== undefined;
  return { text, x: known ? x(step) : undefined, y: known ? y(value) : undefined, colour, strong };
}

/** Writes the names at the ends of their curves: the upper one above its curve, the lower one below. */
export function drawNames(pen: Pen, names: readonly CurveName[], box: Box, theme: Theme): void {
  const size = labelSize - 1;
  const placed = names.filter(
    (name): name is CurveName & { x: number; y: number } => name.x !== undefined && name.y !== undefined,
  );
  const sorted = placed.toSorted((a, b) => a.y - b.y);
  sorted.forEach(({ text, x, y, colour, strong }, i) => {
    const weight = strong ? 'strong' : 'normal';
    const width = widthOf(pen, text, theme, size, weight);
    const right = Math.min(box.right - 2, Math.max(x, box.left + width + 4));
    const above = i < sorted.length / 2;
    const wanted = above ? y - 7 : y + 15;
    const baseline = Math.min(Math.max(wanted, box.top + 9), box.bottom - 4);
    pen.fillStyle = colour;
    writeOnPaper(pen, text, right, baseline, theme, { size, weight, align: 'right' });
  });
}
