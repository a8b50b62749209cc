// Samples in the plane: circles and diamonds over D's field, in a square that keeps lengths alike in both directions.
import type { Field } from '../../vocabulary/frame.ts';
import { axisBelow, axisLeft, linear } from '../drawing/axes.ts';
import { drawArrows, pushSign } from './pushes.ts';
import type { Sign } from '../drawing/legend.ts';
import { drawHead } from './samplesHead.ts';
import { circles, diamonds } from '../drawing/marks.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import { fieldColours, fieldLevel, type Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** Side of the field's drawn cells in CSS pixels. */
const cell = 4;
/** Samples that carry arrows. */
const pushed = 64;

/** Draws a run whose samples are points; `title` tells it from another one beside it. */
export function drawPlane(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const signs: Sign[] = [
    ...(title === undefined ? [] : [{ kind: 'title', text: title } as const]),
    { kind: 'real', text: 'real' },
    { kind: 'generated', text: 'generated' },
    ...pushSign(trace, 'plane'),
  ];
  const head = drawHead(pen, trace, signs, width, theme);
  const { frame } = trace;
  if (!frame?.field) return;
  const { field, real, fake, pull } = frame;
  const side = Math.max(1, Math.min(width - 42, height - head - 30));
  const left = Math.round((width - side + 34) / 2) - 4;
  const box: Box = { left, top: head + 4, right: left + side, bottom: head + 4 + side };
  const x = linear([field.from, field.to], [box.left, box.right]);
  const y = linear([field.from, field.to], [box.bottom, box.top]);
  drawField(pen, field, box, theme);
  axisBelow(pen, x, box, '', theme);
  const ticks = y.ticks(5).map((tick) => [tick, y.tickFormat(5)(tick).replace('-', '−')] as const);
  axisLeft(pen, y, { ...box, right: box.left }, ticks, theme);
  pen.save();
  pen.beginPath();
  pen.rect(box.left, box.top, side, side);
  pen.clip();
  const radius = side < 260 ? 1.8 : 2.4;
  pen.globalAlpha = 0.7;
  pen.fillStyle = theme.real;
  circles(pen, pairs(real, x, y), radius);
  pen.globalAlpha = 0.85;
  pen.fillStyle = theme.generated;
  diamonds(pen, pairs(fake, x, y), radius);
  if (pull) {
    const some = pull.subarray(0, 2 * pushed);
    const starts = [...pairs(fake.subarray(0, some.length), x, y)];
    drawArrows(pen, starts, [...pairs(some, Number, Number)], 'plane', theme.generated);
  }
  pen.restore();
}

type Map = (value: number) => number;

function* pairs(flat: Float32Array, x: Map, y: Map): Generator<[number, number]> {
  for (let i = 0; i + 1 < flat.length; i += 2) yield [x(flat[i] ?? NaN), y(flat[i + 1] ?? NaN)];
}

/** D's field, bilinear between its grid points; cells of one colour in a row are one rectangle. */
function drawField(pen: Pen, { size, logits }: Field, box: Box, theme: Theme): void {
  const colours = fieldColours(theme);
  const side = box.right - box.left;
  const cells = Math.ceil(side / cell);
  const at = (column: number, row: number) => logits[row * size + column] ?? NaN;
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
      pen.fillStyle = colours[colour] ?? theme.paper;
      pen.fillRect(box.left + edge(start), top, edge(end) - edge(start), bottom - top);
      start = end;
    }
  }
}
