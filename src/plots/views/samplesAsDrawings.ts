// Samples that are drawings: a row of real ones and a sheet of generated ones, ink on paper, every pixel as it is.
import type { Frame } from '../../vocabulary/frame.ts';
import { briefText } from '../../writing/numbers.ts';
import { write } from '../drawing/lettering.ts';
import type { Pen } from '../drawing/pen.ts';
import type { Surface } from '../drawing/surface.ts';
import { mean, momentsOf } from '../meanAndSpread.ts';
import type { Trace } from '../trace.ts';
import { drawHead } from './samplesHead.ts';

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
export function drawDrawings(surface: Surface, trace: Trace, frame: Frame, title?: string): void {
  const { theme, size } = surface;
  const { dimension, real, fake, warmup } = frame;
  const note = { sign: 'note', text: warmup ? 'D learns alone' : '' } as const;
  const head = title === undefined && !warmup ? 0 : drawHead(surface, title, [note], trace);
  const side = Math.round(Math.sqrt(dimension));
  const { pixel, pitch, columns, rows } = layout(side, fake.length / dimension, size.width, size.height - head);
  const row = (samples: Float32Array, first: number, top: number, edge: string) =>
    drawRow(surface, samples.subarray(first * dimension, (first + columns) * dimension), { side, pixel, top }, edge);
  let y = head + label;
  write(surface, 'real', [margin, y - 4], theme.real, { weight: 'strong' });
  row(real, 0, y, theme.real);
  y += pitch + label;
  write(surface, 'generated', [margin, y - 4], theme.generated, { weight: 'strong' });
  for (let i = 0; i < rows; i++) row(fake, i * columns, y + i * pitch, theme.generated);
}

/** Drawings in words: how dark they are, and how much they differ, beside the real ones. */
export function sayDrawings({ dimension, real, fake }: Frame): string {
  const side = Math.round(Math.sqrt(dimension));
  const count = Math.floor(fake.length / dimension);
  const ink = (values: Float32Array) => briefText((100 * (momentsOf(values).mean + 1)) / 2);
  const variety = (values: Float32Array) => {
    const pixels = Array.from({ length: dimension }, (_, pixel) => momentsOf(values, dimension, pixel));
    return briefText(mean(pixels, ({ sd }) => sd));
  };
  return (
    `${count} generated drawings of ${side} × ${side} pixels below a row of real ones. Generated ones carry ${ink(fake)} % ink on average, ` +
    `real ones ${ink(real)} %; from drawing to drawing a pixel varies with a standard deviation of ${variety(fake)}, in real ones of ${variety(real)}.`
  );
}

/** How large drawings are and how far apart they begin, and how many stand in a row and in a column of the generated ones; the real ones have one row. */
function layout(side: number, count: number, width: number, height: number) {
  const at = (pixel: number) => {
    const pitch = side * pixel + gap;
    const columns = Math.max(1, Math.floor((width - 2 * margin + gap) / pitch));
    const rows = Math.max(1, Math.floor((height - 2 * label) / pitch) - 1);
    return { pixel, pitch, columns, rows };
  };
  return pixels.map(at).find(({ columns, rows }) => columns * rows >= count) ?? at(pixels[3]);
}

interface Row {
  side: number;
  pixel: number;
  top: number;
}

/** Drawings from left to right, each in an edge of this colour. */
function drawRow({ pen, theme }: Surface, drawings: Float32Array, { side, pixel, top }: Row, edge: string): void {
  const size = side * side;
  for (let i = 0; (i + 1) * size <= drawings.length; i++) {
    const left = margin + i * (side * pixel + gap);
    pen.strokeStyle = edge;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.6;
    pen.beginPath();
    pen.rect(left - 0.5, top - 0.5, side * pixel + 1, side * pixel + 1);
    pen.stroke();
    pen.globalAlpha = 1;
    drawDrawing(pen, drawings.subarray(i * size, (i + 1) * size), { side, pixel, left, top }, theme.ink);
  }
}

/** Ink in as many shades as a pixel's value from −1 (none) to 1 (full) asks for; what is no number leaves paper. */
export function drawDrawing(
  pen: Pen,
  drawing: Float32Array,
  { side, pixel, left, top }: Row & { left: number },
  ink: string,
): void {
  const shade = (row: number, column: number) => {
    const value = drawing[row * side + column] as number;
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
