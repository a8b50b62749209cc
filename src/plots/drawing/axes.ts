// The frame around a picture's data: scales, ticks and their labels, reference lines.
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { labelSize, write, writeOnPaper } from './lettering.ts';
import type { Pen } from './pen.ts';
import type { Box, Surface } from './surface.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

/** Where data lies in a picture: both scales, and the box that they fill. */
export interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
}

/** A value on an axis and its label, whose `^` raises what follows. */
export type Tick = readonly [value: number, label: string];

const tickSize = labelSize - 1;
/** Room that a label on the x axis wants, in CSS pixels. */
const tickEvery = 72;

/** A linear scale; a domain without width gets one. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const wide = to > from ? to : from + 1;
  return scaleLinear().domain([from, wide]).range([start, end]);
}

/** About so many round values of a linear scale. */
export function linearTicks(scale: Scale, count: number): Tick[] {
  const format = scale.tickFormat(count);
  return scale.ticks(count).map((tick) => [tick, format(tick)]);
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

/** The least of some round numbers that is not less: an axis that ends there leaves room to grow, and seldom changes. */
export function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value);
  // Only rounding could leave the last one too small.
  return (round ?? 10) * power;
}

function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** Half a pixel off, so that a line of one pixel is sharp. */
const sharp = (at: number) => Math.round(at) + 0.5;

/** The x axis with ticks and, at its right end, its label. */
export function axisBelow(surface: Surface, scale: Scale, box: Box, label: string): void {
  const { pen, theme } = surface;
  pen.strokeStyle = theme.ruleStrong;
  pen.lineWidth = 1;
  line(pen, box.left, sharp(box.bottom), box.right, sharp(box.bottom));
  const baseline = box.bottom + 16;
  const width = write(surface, label, [box.right, baseline], theme.inkSoft, { size: tickSize, align: 'right' });
  for (const [tick, text] of linearTicks(scale, Math.max(2, Math.floor((box.right - box.left) / tickEvery)))) {
    const x = scale(tick);
    line(pen, sharp(x), box.bottom, sharp(x), box.bottom + 4);
    if (x < box.right - width - 14)
      write(surface, text, [x, baseline], theme.inkSoft, { size: tickSize, align: 'center' });
  }
}

/** Labels at the left edge with a thin line across for each. */
export function axisLeft(surface: Surface, scale: Scale, box: Box, ticks: readonly Tick[]): void {
  const { pen, theme } = surface;
  pen.lineWidth = 1;
  for (const [value, label] of ticks) {
    const y = scale(value);
    if (y < box.top - 1 || y > box.bottom + 1) continue;
    pen.strokeStyle = theme.rule;
    line(pen, box.left, sharp(y), box.right, sharp(y));
    write(surface, label, [box.left - 7, y + 4], theme.inkSoft, { size: tickSize, align: 'right' });
  }
}

/** A dashed line across at a known value. */
export function referenceLine({ pen, theme }: Surface, y: number, box: Box): void {
  pen.save();
  pen.strokeStyle = theme.ruleStrong;
  pen.lineWidth = 1;
  pen.setLineDash([2, 3]);
  line(pen, box.left, sharp(y), box.right, sharp(y));
  pen.restore();
}

/** The label of a reference line, at its right end. */
export function labelReference(surface: Surface, y: number, box: Box, label: string, side: 'above' | 'below'): void {
  const baseline = side === 'above' ? y - 4 : y + 13;
  writeOnPaper(surface, label, [box.right, baseline], surface.theme.inkSoft, { size: tickSize, align: 'right' });
}

/** A thin line down at a step where something changed, with what it was. */
export function markStep(surface: Surface, x: number, box: Box, label: string): void {
  const { pen, theme } = surface;
  pen.save();
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1;
  line(pen, sharp(x), box.top, sharp(x), box.bottom);
  pen.restore();
  const left = x > (box.left + box.right) / 2;
  writeOnPaper(surface, label, [left ? x - 5 : x + 5, box.bottom - 6], theme.ink, {
    size: tickSize,
    align: left ? 'right' : 'left',
  });
}
