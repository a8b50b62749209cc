// Samples on a line: both densities, D(x) and D*(x) between 0 and 1 over D's field, and every sample as a mark below.
import { brief } from '../../writing/numbers.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { drawArrows, pushSign } from '../drawing/arrows.ts';
import { axisBelow, axisLeft, linear, referenceLine, type Scale } from '../drawing/axes.ts';
import { curve } from '../drawing/curve.ts';
import { density, type Density } from '../drawing/density.ts';
import { drawStripes, pointsOf } from '../drawing/fieldOnLine.ts';
import type { Sign } from '../drawing/key.ts';
import { drawHead } from './samplesHead.ts';
import { writeOnPaper } from '../drawing/lettering.ts';
import { circles, cutMark, diamonds } from '../drawing/marks.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** Marks of each kind below the picture: enough to see where they lie, few enough to be told apart. */
const marks = 160;
/** A density may stand this many times as high as the data's before it is cut off at the top. */
const highest = 4;
/** Samples that carry arrows stand in lanes, so that one arrow does not lie on the next. */
const [pushed, lanes, laneHeight] = [24, 4, 8];
const marksHeight = 22;

/** Draws a run whose samples are numbers; `title` tells it from another one beside it. */
export function drawLine(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const { frame } = trace;
  const head = drawHead(pen, trace, signsOf(trace, title), width, theme);
  const below = marksHeight + (frame?.pull ? lanes * laneHeight + 4 : 0);
  const box: Box = { left: 34, top: head + 4, right: width - 8, bottom: height - 22 - below };
  if (!frame?.field) return;
  const { field, real, fake } = frame;
  const x = linear([field.from, field.to], [box.left, box.right]);
  const probability = linear([0, 1], [box.bottom, box.top]);
  drawStripes(pen, field, x, box, theme);
  const ends = [
    [0, '0'],
    [1, '1'],
  ] as const;
  axisLeft(pen, probability, box, ends, theme);
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
  const points = pointsOf(field);
  const scores = (logits: Float32Array) => Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)));
  const best = { colour: theme.ink, width: 1.75, line: 'dotted' } as const;
  if (field.optimal) curve(pen, points, scores(field.optimal), [x, probability], best);
  curve(pen, points, scores(field.logits), [x, probability], { ...best, line: 'solid' });
  pen.restore();
  if (ofFake.peak > top) drawCut(pen, ofFake, top, x, box, theme);
  drawMarks(pen, real, fake, x, box, theme);
  drawPushes(pen, frame, x, { ...box, top: box.bottom + marksHeight, bottom: box.bottom + below }, theme);
  axisBelow(pen, x, { ...box, bottom: box.bottom + below }, 'x', theme);
}

function signsOf(trace: Trace, title: string | undefined): Sign[] {
  return [
    ...(title === undefined ? [] : [{ kind: 'title', text: title } as const]),
    { kind: 'real', text: 'real' },
    { kind: 'generated', text: 'generated' },
    { kind: 'discriminator', text: 'D(x)' },
    ...(trace.frame?.field?.optimal ? [{ kind: 'optimal', text: 'D*(x)' } as const] : []),
    ...pushSign(trace, 'line'),
  ];
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

/** Where the generated density is cut off, an arrowhead says so, and how many times as high as the picture its peak is. */
function drawCut(pen: Pen, { x, y, peak }: Density, top: number, scale: Scale, box: Box, theme: Theme): void {
  const at = scale(x[y.indexOf(peak)] ?? NaN);
  if (!Number.isFinite(at)) return;
  cutMark(pen, at, box.top + 1, 'up', theme.generated);
  const right = at > (box.left + box.right) / 2;
  const times = peak / top;
  const text = `${times < 10 ? times.toFixed(1) : brief(Math.round(times))} × as high`;
  pen.fillStyle = theme.generated;
  const align = right ? 'right' : 'left';
  writeOnPaper(pen, text, right ? at - 10 : at + 10, box.top + 12, theme, { size: 12, align });
}

/** Two rows of marks under the picture: circles for real samples, diamonds for generated ones. */
function drawMarks(pen: Pen, real: Float32Array, fake: Float32Array, x: Scale, box: Box, theme: Theme): void {
  const row = (samples: Float32Array, y: number) =>
    Array.from(samples.subarray(0, marks), (value): [number, number] => [x(value), y]);
  pen.save();
  pen.beginPath();
  pen.rect(box.left - 4, box.bottom, box.right - box.left + 8, marksHeight);
  pen.clip();
  pen.globalAlpha = 0.55;
  pen.fillStyle = theme.real;
  circles(pen, row(real, box.bottom + 7), 2.2);
  pen.fillStyle = theme.generated;
  diamonds(pen, row(fake, box.bottom + 16), 2.2);
  pen.restore();
}

/** Some generated samples once more, each with the arrow of its push, in lanes from left to right. */
function drawPushes(pen: Pen, { fake, pull }: Frame, x: Scale, box: Box, theme: Theme): void {
  if (!pull) return;
  const some = Array.from(pull.subarray(0, pushed), (push, i) => ({ push, at: x(fake[i] ?? NaN) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  const starts = some.map(({ at }, i): [number, number] => [at, box.top + 4 + (i % lanes) * laneHeight]);
  pen.save();
  pen.beginPath();
  pen.rect(box.left - 4, box.top, box.right - box.left + 8, box.bottom - box.top);
  pen.clip();
  const pushes = some.map(({ push }): [number, number] => [push, 0]);
  drawArrows(pen, starts, pushes, 'line', theme.generated);
  pen.fillStyle = theme.generated;
  diamonds(pen, starts, 2.2);
  pen.restore();
}
