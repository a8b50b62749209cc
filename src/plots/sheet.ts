// Samples that are drawings: a row of real ones and a sheet of generated ones, ink on paper, every pixel as it is.
import type { Sign } from './key.ts';
import { drawHead } from './legend.ts';
import { write } from './lettering.ts';
import type { Pen, Size } from './pen.ts';
import type { Theme } from './theme.ts';
import type { Trace } from './trace.ts';

/** Between drawings, in CSS pixels. */
const gap = 4;
/** A pixel of a drawing is a whole number of CSS pixels, so that it is sharp. */
const pixel = 3;
/** Shades between paper and ink; fewer than can be told apart, so that neighbours of one shade are one rectangle. */
const shades = 24;

/** Draws a run whose samples are square drawings; `title` tells it from another one beside it. */
export function drawSheet(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const signs: Sign[] = [
    ...(title === undefined ? [] : [{ kind: 'title', text: title } as const]),
    { kind: 'note', text: trace.frame?.warmup ? 'D learns alone' : '' },
  ];
  const head = title === undefined && !trace.frame?.warmup ? 0 : drawHead(pen, trace, signs, width, theme);
  const { frame } = trace;
  if (!frame) return;
  const side = Math.round(Math.sqrt(frame.dimension));
  const place = side * pixel + gap;
  const columns = Math.max(1, Math.floor((width - 16 + gap) / place));
  const label = 16;
  const rows = Math.max(1, Math.floor((height - head - 2 * label) / place) - 1);
  const left = 8;
  let y = head + label;
  pen.fillStyle = theme.real;
  write(pen, 'real', left, y - 4, theme, { weight: 'strong' });
  drawRow(pen, frame.real, 0, columns, side, left, y, theme, theme.real);
  y += place + label;
  pen.fillStyle = theme.generated;
  write(pen, 'generated', left, y - 4, theme, { weight: 'strong' });
  for (let row = 0; row < rows; row++)
    drawRow(pen, frame.fake, row * columns, columns, side, left, y + row * place, theme, theme.generated);
}

function drawRow(
  pen: Pen,
  samples: Float32Array,
  first: number,
  count: number,
  side: number,
  left: number,
  top: number,
  theme: Theme,
  frame: string,
): void {
  const size = side * side;
  for (let i = 0; i < count; i++) {
    const drawing = samples.subarray((first + i) * size, (first + i + 1) * size);
    if (drawing.length < size) return;
    const x = left + i * (side * pixel + gap);
    pen.strokeStyle = frame;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.6;
    pen.beginPath();
    pen.rect(x - 0.5, top - 0.5, side * pixel + 1, side * pixel + 1);
    pen.stroke();
    pen.globalAlpha = 1;
    drawDrawing(pen, drawing, side, x, top, theme.ink);
  }
}

/** Ink in as many shades as a pixel's value from −1 (none) to 1 (full) asks for; what is no number leaves paper. */
export function drawDrawing(
  pen: Pen,
  drawing: Float32Array,
  side: number,
  left: number,
  top: number,
  ink: string,
): void {
  const shade = (row: number, column: number) => {
    const value = drawing[row * side + column] ?? NaN;
    return Number.isNaN(value) ? 0 : Math.round(((Math.min(1, Math.max(-1, value)) + 1) / 2) * shades);
  };
  pen.save();
  pen.fillStyle = ink;
  for (let row = 0; row < side; row++) {
    for (let start = 0; start < side;) {
      const own = shade(row, start);
      let end = start + 1;
      while (end < side && shade(row, end) === own) end++;
      if (own > 0) {
        pen.globalAlpha = own / shades;
        pen.fillRect(left + start * pixel, top + row * pixel, (end - start) * pixel, pixel);
      }
      start = end;
    }
  }
  pen.restore();
}
