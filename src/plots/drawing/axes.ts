// The frame around a picture's data: scales, ticks and their labels, reference lines.
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { labelSize, write, writeOnPaper } from './lettering.ts';
import type { Box, Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

const tickSize = labelSize - 1;
/** Room that a label on the x axis wants, in CSS pixels. */
const tickEvery = 72;

/** A linear scale; a domain without width gets one. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const wide = to > from ? to : from + 1;
  return scaleLinear().domain([from, wide]).range([start, end]);
}

/** A log scale over whole decades that hold all positive values, at least two; other values are no part of it. */
export function decades(values: Iterable<number>, [start, end]: readonly [number, number]): Scale {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) [least, most] = [0.1, 10];
  const top = Math.max(Math.ceil(Math.log10(most)), -300);
  const bottom = Math.max(Math.min(Math.floor(Math.log10(least)), top - 2), -320);
  return scaleLog()
    .domain([10 ** bottom, 10 ** top])
    .range([start, end])
    .clamp(true);
}

/** The powers of ten that a log scale shows, thinned out so that their labels do not touch. */
export function decadeTicks(scale: Scale, room: number): number[] {
  const [bottom = 1, top = 10] = scale.domain().map((value) => Math.round(Math.log10(value)));
  const stride = Math.max(1, Math.ceil((top - bottom) / Math.max(1, Math.floor(room / 22))));
  return Array.from({ length: Math.floor((top - bottom) / stride) + 1 }, (_, i) => 10 ** (bottom + i * stride));
}

/** The step at the right end of an axis of steps: a round number that is not passed yet, so that curves have room to grow. */
export function roundedUp(step: number, least: number): number {
  const wanted = Math.max(step, least, 10);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power);
  return round.find((value) => value >= wanted) ?? wanted;
}

function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** Half a pixel off, so that a line of one pixel is sharp. */
const sharp = (at: number) => Math.round(at) + 0.5;

/** The x axis with ticks and, at its right end, its name. */
export function axisBelow(pen: Pen, scale: Scale, box: Box, name: string, theme: Theme): void {
  pen.strokeStyle = theme.ruleStrong;
  pen.lineWidth = 1;
  line(pen, box.left, sharp(box.bottom), box.right, sharp(box.bottom));
  pen.fillStyle = theme.inkSoft;
  const nameWidth = write(pen, name, box.right, box.bottom + 16, theme, { size: tickSize, align: 'right' });
  const count = Math.max(2, Math.floor((box.right - box.left) / tickEvery));
  const format = scale.tickFormat(count);
  for (const tick of scale.ticks(count)) {
    const x = scale(tick);
    line(pen, sharp(x), box.bottom, sharp(x), box.bottom + 4);
    const text = format(tick).replace('-', '−');
    if (x < box.right - nameWidth - 14)
      write(pen, text, x, box.bottom + 16, theme, { size: tickSize, align: 'center' });
  }
}

/** Labels at the left edge with a thin line across for each. A label's `^` raises what follows. */
export function axisLeft(
  pen: Pen,
  scale: Scale,
  box: Box,
  ticks: readonly (readonly [number, string])[],
  theme: Theme,
): void {
  pen.lineWidth = 1;
  for (const [value, text] of ticks) {
    const y = scale(value);
    if (y < box.top - 1 || y > box.bottom + 1) continue;
    pen.strokeStyle = theme.rule;
    line(pen, box.left, sharp(y), box.right, sharp(y));
    pen.fillStyle = theme.inkSoft;
    write(pen, text, box.left - 7, y + 4, theme, { size: tickSize, align: 'right' });
  }
}

/** A dashed line across at a known value, with its name at the right end, above it or below. */
export function referenceLine(
  pen: Pen,
  y: number,
  box: Box,
  name: string,
  place: 'above' | 'below',
  theme: Theme,
): void {
  pen.save();
  pen.strokeStyle = theme.ruleStrong;
  pen.lineWidth = 1;
  pen.setLineDash([2, 3]);
  line(pen, box.left, sharp(y), box.right, sharp(y));
  pen.restore();
  pen.fillStyle = theme.inkSoft;
  if (name !== '')
    writeOnPaper(pen, name, box.right, place === 'above' ? y - 4 : y + 13, theme, { size: tickSize, align: 'right' });
}

/** A thin line down at a step where something changed, with what it was. */
export function markStep(pen: Pen, x: number, box: Box, name: string, theme: Theme): void {
  pen.save();
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1;
  line(pen, sharp(x), box.top, sharp(x), box.bottom);
  pen.restore();
  pen.fillStyle = theme.ink;
  const right = x > (box.left + box.right) / 2;
  writeOnPaper(pen, name, right ? x - 5 : x + 5, box.bottom - 6, theme, {
    size: tickSize,
    align: right ? 'right' : 'left',
  });
}
