// Samples in the plane: circles and diamonds over D's field, in a square that keeps lengths alike in both directions.
import type { Field, Frame } from '../../vocabulary/frame.ts';
import { axisBelow, axisLeft, linear, linearTicks } from '../drawing/axes.ts';
import type { LegendEntry } from '../drawing/legend.ts';
import { circles, diamonds } from '../drawing/marks.ts';
import { inside, type Box, type Point, type Surface } from '../drawing/surface.ts';
import { fieldColours, fieldLevel } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';
import { drawPushes, pushEntry, pushesOf } from './pushes.ts';
import { drawHead } from './samplesHead.ts';

/** Side of the field's drawn cells in CSS pixels. */
const cell = 4;
/** Samples that carry arrows. */
const pushed = 64;

/** Draws a run whose samples are points; `title` tells it from another one beside it. */
export function drawPlane(surface: Surface, trace: Trace, frame: Frame, title?: string): void {
  const { pen, theme, size } = surface;
  const entries: LegendEntry[] = [
    { sign: 'real', text: 'real' },
    { sign: 'generated', text: 'generated' },
    ...pushEntry(frame, 'plane'),
  ];
  const head = drawHead(surface, title, entries, trace);
  const { field, real, fake } = frame;
  if (!field) return;
  const side = Math.max(1, Math.min(size.width - 42, size.height - head - 30));
  const left = Math.round((size.width - side + 34) / 2) - 4;
  const box = { left, top: head + 4, right: left + side, bottom: head + 4 + side };
  const x = linear([field.from, field.to], [box.left, box.right]);
  const y = linear([field.from, field.to], [box.bottom, box.top]);
  drawField(surface, field, box);
  axisBelow(surface, x, box, '');
  axisLeft(surface, y, { ...box, right: box.left }, linearTicks(y, 5));
  const points = (flat: Float32Array): Point[] =>
    Array.from({ length: flat.length / 2 }, (_, i) => [x(flat[2 * i] as number), y(flat[2 * i + 1] as number)]);
  const generated = points(fake);
  inside(surface, box, () => {
    const radius = side < 260 ? 1.8 : 2.4;
    pen.globalAlpha = 0.7;
    pen.fillStyle = theme.real;
    circles(pen, points(real), radius);
    pen.globalAlpha = 0.85;
    pen.fillStyle = theme.generated;
    diamonds(pen, generated, radius);
    drawPushes(pen, generated, pushesOf(frame).slice(0, pushed), 'plane', theme.generated);
  });
}

/** D's field, bilinear between its grid points; cells of one colour in a row are one rectangle. */
function drawField({ pen, theme }: Surface, { size, logits }: Field, box: Box): void {
  const colours = fieldColours(theme);
  const side = box.right - box.left;
  const cells = Math.ceil(side / cell);
  const at = (column: number, row: number) => logits[row * size + column] as number;
  const level = (column: number, row: number): number => {
    const u = ((column + 0.5) / cells) * (size - 1);
    const v = ((row + 0.5) / cells) * (size - 1);
    const [i, j] = [Math.min(size - 2, Math.floor(u)), Math.min(size - 2, Math.floor(v))];
    const [a, b] = [u - i, v - j];
    const below = at(i, j) * (1 - a) + at(i + 1, j) * a;
    const above = at(i, j + 1) * (1 - a) + at(i + 1, j + 1) * a;
    return fieldLevel(below * (1 - b) + above * b);
  };
  const edge = (index: number) => Math.round((index * side) / cells);
  for (let row = 0; row < cells; row++) {
    const [bottom, top] = [box.bottom - edge(row), box.bottom - edge(row + 1)];
    for (let start = 0; start < cells;) {
      const colour = level(start, row);
      let end = start + 1;
      while (end < cells && level(end, row) === colour) end++;
      pen.fillStyle = colours[colour] as string;
      pen.fillRect(box.left + edge(start), top, edge(end) - edge(start), bottom - top);
      start = end;
    }
  }
}
