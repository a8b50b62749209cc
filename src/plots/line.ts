// Samples on a line: both densities, D(x) between 0 and 1 over its own field, and every sample as a mark below.
import type { Field } from '../gan/frame.ts';
import { axisBelow, axisLeft, linear, referenceLine, type Scale } from './axes.ts';
import { curve } from './curve.ts';
import { density, type Density } from './density.ts';
import { drawGradientBars, drawKey, headHeight } from './legend.ts';
import { circles, diamonds } from './marks.ts';
import type { Box, Pen, Size } from './pen.ts';
import { fieldColours, fieldLevel, type Theme } from './theme.ts';
import type { Trace } from './trace.ts';

/** Marks of each kind below the picture: enough to see where they lie, few enough to be told apart. */
const marks = 160;
/** A density may stand this many times as high as the data's before it is cut off at the top. */
const highest = 4;

/** Draws a run whose samples are numbers; `title` tells it from another one beside it. */
export function drawLine(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const box: Box = { left: 34, top: headHeight(width, trace) + 4, right: width - 8, bottom: height - 44 };
  drawKey(pen, { ...box, left: 8, top: 0 }, title, theme, true);
  drawGradientBars(pen, { ...box, left: 8, top: 0 }, trace, theme);
  const { frame } = trace;
  if (!frame) return;
  const { field, real, fake } = frame;
  const x = linear([field.from, field.to], [box.left, box.right]);
  const probability = linear([0, 1], [box.bottom, box.top]);
  drawField(pen, field, x, box, theme);
  axisLeft(
    pen,
    probability,
    box,
    [
      [0, '0'],
      [1, '1'],
    ],
    theme,
  );
  axisLeft(pen, probability, { ...box, right: box.left }, [[0.5, '½']], theme);
  referenceLine(pen, probability(0.5), box, '', 'above', theme);
  const [ofReal, ofFake] = [density(real, field.from, field.to), density(fake, field.from, field.to)];
  const top = 1.1 * Math.max(ofReal.peak, Math.min(ofFake.peak, highest * ofReal.peak), 1e-9);
  const heights = linear([0, top], [box.bottom, box.top]);
  pen.save();
  pen.beginPath();
  pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top + 1);
  pen.clip();
  hill(pen, ofReal, x, heights, theme.real);
  hill(pen, ofFake, x, heights, theme.generated);
  const points = Array.from(field.logits, (_, i) => field.from + ((field.to - field.from) * i) / (field.size - 1));
  const scores = Array.from(field.logits, (logit) => 1 / (1 + Math.exp(-logit)));
  curve(pen, points, scores, [x, probability], { colour: theme.ink, width: 1.75, line: 'solid' });
  pen.restore();
  drawMarks(pen, real, fake, x, box, theme);
  axisBelow(pen, x, { ...box, bottom: box.bottom + 22 }, 'x', theme);
}

/** D's field as upright stripes, each from halfway to its neighbours. */
function drawField(pen: Pen, { from, to, size, logits }: Field, x: Scale, box: Box, theme: Theme): void {
  const colours = fieldColours(theme);
  const half = (to - from) / (size - 1) / 2;
  for (let i = 0; i < size; i++) {
    const at = from + 2 * half * i;
    const left = Math.max(box.left, Math.floor(x(at - half)));
    const right = Math.min(box.right, Math.ceil(x(at + half)));
    pen.fillStyle = colours[fieldLevel(logits[i] ?? NaN)] ?? theme.paper;
    pen.fillRect(left, box.top, right - left, box.bottom - box.top);
  }
}

/** A density as a filled hill with its outline. */
function hill(pen: Pen, { x, y, peak }: Density, scale: Scale, height: Scale, colour: string): void {
  if (peak === 0) return;
  pen.save();
  pen.fillStyle = colour;
  pen.globalAlpha = 0.3;
  pen.beginPath();
  pen.moveTo(scale(x[0] ?? 0), height(0));
  x.forEach((at, i) => pen.lineTo(scale(at), height(y[i] ?? 0)));
  pen.lineTo(scale(x.at(-1) ?? 0), height(0));
  pen.closePath();
  pen.fill();
  pen.restore();
  curve(pen, x, y, [scale, height], { colour, width: 1.75, line: 'solid' });
}

/** Two rows of marks under the picture: circles for real samples, diamonds for generated ones. */
function drawMarks(pen: Pen, real: Float32Array, fake: Float32Array, x: Scale, box: Box, theme: Theme): void {
  const row = (samples: Float32Array, y: number) =>
    Array.from(samples.subarray(0, marks), (value): [number, number] => [x(value), y]);
  pen.save();
  pen.beginPath();
  pen.rect(box.left - 4, box.bottom, box.right - box.left + 8, 22);
  pen.clip();
  pen.globalAlpha = 0.55;
  pen.fillStyle = theme.real;
  circles(pen, row(real, box.bottom + 7), 2.2);
  pen.fillStyle = theme.generated;
  diamonds(pen, row(fake, box.bottom + 16), 2.2);
  pen.restore();
}
