// Samples that are drawings: a row of real ones and a sheet of generated ones, ink on paper, every pixel as it is.
import type { Sign } from '../drawing/legend.ts';
import { drawHead } from './samplesHead.ts';
import { write } from '../drawing/lettering.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** Between drawings, in CSS pixels. */
const gap = 4;
/** A drawing's pixel is a whole number of CSS pixels, so that it is sharp: as many as leave room for all drawings, and no fewer than the last. */
const pixels = [6, 5, 4, 3] as const;
/** Above each of the two sheets. */
const label = 16;
const margin = 8;
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
  const { pixel, place, columns, rows } = layout(side, frame.fake.length / frame.dimension, width, height - head);
  const row = (samples: Float32Array, first: number, top: number, frameColour: string) =>
    drawRow(pen, samples, { first, count: columns, side, pixel, top }, theme, frameColour);
  let y = head + label;
  pen.fillStyle = theme.real;
  write(pen, 'real', margin, y - 4, theme, { weight: 'strong' });
  row(frame.real, 0, y, theme.real);
  y += place + label;
  pen.fillStyle = theme.generated;
  write(pen, 'generated', margin, y - 4, theme, { weight: 'strong' });
  for (let i = 0; i < rows; i++) row(frame.fake, i * columns, y + i * place, theme.generated);
}

/** How large drawings are, and how many stand in a row and in a column of the generated ones; the real ones have one row. */
function layout(side: number, count: number, width: number, height: number) {
  const at = (pixel: number) => {
    const place = side * pixel + gap;
    const columns = Math.max(1, Math.floor((width - 2 * margin + gap) / place));
    const rows = Math.max(1, Math.floor((height - 2 * label) / place) - 1);
    return { pixel, place, columns, rows };
  };
  const sizes = pixels.map(at);
  return sizes.find(({ columns, rows }) => columns * rows >= count) ?? at(pixels[pixels.length - 1] ?? 1);
}

interface Row {
  /** The index of the first drawing, and how many follow. */
  first: number;
  count: number;
  side: number;
  pixel: number;
  top: number;
}

function drawRow(
  pen: Pen,
  samples: Float32Array,
  { first, count, side, pixel, top }: Row,
  theme: Theme,
  frame: string,
) {
  const size = side * side;
  for (let i = 0; i < count; i++) {
    const drawing = samples.subarray((first + i) * size, (first + i + 1) * size);
    if (drawing.length < size) return;
    const x = margin + i * (side * pixel + gap);
    pen.strokeStyle = frame;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.6;
    pen.beginPath();
    pen.rect(x - 0.5, top - 0.5, side * pixel + 1, side * pixel + 1);
    pen.stroke();
    pen.globalAlpha = 1;
    drawDrawing(pen, drawing, { side, pixel, left: x, top }, theme.ink);
  }
}

/** Ink in as many shades as a pixel's value from −1 (none) to 1 (full) asks for; what is no number leaves paper. */
export function drawDrawing(
  pen: Pen,
  drawing: Float32Array,
  { side, pixel, left, top }: { side: number; pixel: number; left: number; top: number },
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
