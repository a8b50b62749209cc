// The view "samples": where the data and the generator's samples lie, and what D thinks of every place; drawings as they are.
import { drawLine } from './samplesOnLine.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import { drawPlane } from './samplesInPlane.ts';
import { drawSheet } from './samplesAsDrawings.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** One run's samples; `title` is drawn where two runs stand side by side. */
export function drawSamples(pen: Pen, trace: Trace, size: Size, theme: Theme, title?: string): void {
  const { dimension } = trace.frame ?? {};
  if (dimension === undefined) return;
  const draw = dimension === 1 ? drawLine : dimension === 2 ? drawPlane : drawSheet;
  draw(pen, trace, size, theme, title);
}
